import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/http/openapi";

const ROOT = "app/api/v1/";

/** `get /customers/{externalId}` for every handler that exists. */
const existing = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/route.ts") && !file.startsWith("openapi.json") && !file.includes("[..."))
  .flatMap((file) => {
    const path = `/${file.slice(0, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}")}`;
    const methods = readFileSync(`${ROOT}${file}`, "utf8").matchAll(
      /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)/g,
    );
    return [...methods].map(([, method]) => `${method?.toLowerCase()} ${path}`);
  });

describe("the description of the API", () => {
  const document = openApiDocument();

  it("lists every route that exists", () => {
    const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item ?? {}).map((method) => `${method} ${path}`),
    );
    expect(existing.filter((one) => !described.includes(one))).toEqual([]);
  });

  it("says of every call which scope it needs and how it fails", () => {
    const ids = new Set<string>();
    for (const item of Object.values(document.paths ?? {})) {
      for (const operation of Object.values(item ?? {})) {
        expect(operation.description).toMatch(/scope (read|write|admin)|^Needs no key/);
        expect(operation.responses.default.content).toHaveProperty("application/problem+json");
        expect(ids.has(operation.operationId)).toBe(false);
        ids.add(operation.operationId);
      }
    }
  });

  it("is made from the schemas that parse", () => {
    const settings = JSON.stringify(document.components?.schemas);
    expect(settings).toContain("horizonDays");
    expect(settings).toContain("inactivity");
  });
});
