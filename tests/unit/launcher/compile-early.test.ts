import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { loadScript } from "./load-script";

const { compileEarly } = await loadScript<{ compileEarly: (built: string) => void }>("compile-early.mjs");
const built = mkdtempSync(join(tmpdir(), "rekindle-compile-early-"));
afterAll(() => rmSync(built, { recursive: true }));

it("advises browsers to compile the large scripts of every page at once, and no others, however often it runs", () => {
  const large = `push(${"1".repeat(100_000)});`;
  const scripts = { "framework.js": large, "small.js": "push(1);", "page.js": large };
  for (const [name, script] of Object.entries(scripts)) writeFileSync(join(built, name), script);
  const manifest = { rootMainFiles: ["framework.js", "small.js"] };
  writeFileSync(join(built, "build-manifest.json"), JSON.stringify(manifest));
  compileEarly(built);
  compileEarly(built);
  const now = (name: string) => readFileSync(join(built, name), "utf8");
  expect(now("framework.js")).toBe(`//# allFunctionsCalledOnLoad\n${large}`);
  expect(now("small.js")).toBe("push(1);");
  expect(now("page.js")).toBe(large);
});
