import { describe, expect, it } from "vitest";
import { findBrowserFiles } from "../../support/architecture/browser-files";
import { findCycles } from "../../support/architecture/find-cycles";
import { findForbiddenImports, layerOf } from "../../support/architecture/find-forbidden-imports";
import { readImportGraph } from "../../support/architecture/import-graph";
import type { SourceFile } from "../../support/architecture/source-files";

function file(path: string, ...lines: string[]): SourceFile {
  return { path, text: lines.join("\n"), lines: lines.length };
}

describe("the import graph", () => {
  it("reads every way to import, and nothing from comments", () => {
    const files = [
      file("lib/a/one.ts", 'import type { T } from "./two";', "import {", "  x,", "  y,", '} from "@/lib/b/three";'),
      file("lib/a/two.ts", 'export { z } from "../b/three";', '// import "./one";', '/* import "./one"; */'),
      file("lib/b/three.ts", 'import "node:fs";', 'const p = await import("@scope/name/deep");'),
    ];
    expect(readImportGraph(files).map(({ from, to, isTypeOnly }) => [from, to, isTypeOnly])).toEqual([
      ["lib/a/one.ts", "lib/a/two.ts", true],
      ["lib/a/one.ts", "lib/b/three.ts", false],
      ["lib/a/two.ts", "lib/b/three.ts", false],
      ["lib/b/three.ts", "node:fs", false],
      ["lib/b/three.ts", "@scope/name", false],
    ]);
  });

  it("keeps what leads nowhere", () => {
    expect(readImportGraph([file("lib/a/one.ts", 'import { x } from "./gone";')])[0]?.to).toBe("lib/a/gone");
  });
});

describe("circles", () => {
  it("are found, through types as well, and each once", () => {
    const files = [
      file("lib/a/one.ts", 'import { x } from "./two";'),
      file("lib/a/two.ts", 'import type { T } from "./three";'),
      file("lib/a/three.ts", 'import { y } from "./one";', 'import { z } from "./four";'),
      file("lib/a/four.ts", 'import { w } from "./five";'),
      file("lib/a/five.ts", "export const w = 1;"),
    ];
    expect(findCycles(readImportGraph(files)).map((cycle) => [...cycle].sort())).toEqual([
      ["lib/a/one.ts", "lib/a/three.ts", "lib/a/two.ts"],
    ]);
  });
});

describe("the layers", () => {
  const targets = ["lib/env.ts", "lib/kinds/categories.ts"].map((path) => file(path));
  const forbidden = (path: string, line: string) =>
    findForbiddenImports(readImportGraph([...targets.filter((target) => target.path !== path), file(path, line)]));

  it.each([
    ["lib/scoring/points.ts", 'import { z } from "zod";'],
    ["lib/scoring/points.ts", 'import type { Pool } from "pg";'],
    ["lib/journey/lanes.ts", 'import type { Member } from "@/lib/auth/member";'],
    ["lib/kinds/categories.ts", 'import { withTenant } from "@/lib/db/with-tenant";'],
    ["lib/format/format-day.ts", 'import { env } from "@/lib/env";'],
    ["components/risk/row.tsx", 'import { listCustomers } from "@/lib/customers/list-customers";'],
    ["components/risk/row.tsx", 'import type { TenantTransaction } from "@/lib/db/with-tenant";'],
    ["components/ui/button.tsx", 'import { formatDay } from "@/lib/format/format-day";'],
    ["app/page.tsx", 'import { withTenant } from "@/lib/db/with-tenant";'],
    ["app/page.tsx", 'import { Pool } from "pg";'],
    ["lib/customers/list-customers.ts", 'import { headers } from "next/headers";'],
    ["lib/customers/list-customers.ts", 'import { route } from "@/lib/http/route";'],
    ["lib/db/pool.ts", 'import { systemMember } from "@/lib/auth/system-member";'],
    ["lib/schemas/kind.ts", 'import { listKinds } from "@/lib/kinds/list-kinds";'],
    ["scripts/lib/build.mjs", 'import { env } from "../../lib/env.ts";'],
  ])("refuse in %s: %s", (path, line) => {
    expect(forbidden(path, line)).toHaveLength(1);
  });

  it.each([
    ["lib/charts/reason-bars.ts", 'import { DAY_MS } from "@/lib/scoring/day";'],
    ["components/risk/row.tsx", 'import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";'],
    ["lib/customers/list-customers.ts", 'import type { PoolClient } from "pg";'],
    ["app/page.tsx", 'import { listCustomers } from "@/lib/customers/list-customers";'],
    ["lib/schemas/kind.ts", 'import { CATEGORIES } from "@/lib/kinds/categories";'],
  ])("allow in %s: %s", (path, line) => {
    expect(forbidden(path, line)).toEqual([]);
  });

  it("know every place, and say so when they do not", () => {
    expect(layerOf("lib/kinds/list-kinds.ts").name).toBe("noun");
    expect(layerOf("lib/kinds/categories.ts").name).toBe("pure");
    expect(() => layerOf("src/new-place.ts")).toThrow("belongs to no layer");
  });
});

describe("the browser's files", () => {
  it("are what client components import, as far as the next server action and not for types", () => {
    const files = [
      file("components/a/leaf.tsx", '"use client";', 'import { b } from "./b";', 'import type { C } from "./c";'),
      file("components/a/b.tsx", 'import { act } from "./action";'),
      file("components/a/c.tsx", "export type C = 1;"),
      file("components/a/action.ts", '"use server";', 'import { d } from "./d";'),
      file("components/a/d.ts", "export const d = 1;"),
    ];
    expect([...findBrowserFiles(files, readImportGraph(files))]).toEqual([
      "components/a/leaf.tsx",
      "components/a/b.tsx",
    ]);
  });
});
