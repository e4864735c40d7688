import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOrganisation } from "@/lib/organisations/create-organisation";

const folder = mkdtempSync(join(tmpdir(), "rekindle-command-"));
const file = join(folder, "calls.csv");
let slug: string;

beforeAll(async () => {
  slug = (await createOrganisation({ name: "Command", admin: null })).slug;
  writeFileSync(file, "no,client,what,day\n1,C1,call,03-04-2024\n2,C1,call,05-06-2024\n3,C1,call,99-99-2024\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const MAP = ["id=no", "customerExternalId=client", "kind:=call", "occurredAt=day"].flatMap((pair) => ["--map", pair]);

/** Runs the command as a process of its own; `json` is the last line of its standard output. */
function run(...args: string[]) {
  const command = ["--import", "tsx", "scripts/cli/import.ts", "--organisation", slug, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  return { status, stderr, json: last === "" ? null : JSON.parse(last) };
}

describe("npm run import", () => {
  it("imports a file and ends with the counts; again there is nothing new", () => {
    const args = ["--type", "touchpoints", file, ...MAP, "--date-format", "DD-MM-YYYY", "--unknown-customer", "create"];
    const first = run(...args);
    expect(first).toMatchObject({
      status: 0,
      json: { rows: 3, created: 2, updated: 0, unchanged: 0, duplicates: 0, rejected: 1 },
    });
    expect(Object.keys(first.json)).toEqual([
      "importId",
      "rows",
      "created",
      "updated",
      "unchanged",
      "duplicates",
      "rejected",
      "seconds",
    ]);
    expect(run(...args)).toMatchObject({ status: 0, json: { created: 0, duplicates: 2, rejected: 1 } });
  });

  it.each([
    ["dates that can be read in two ways", ["--type", "touchpoints", file, ...MAP], /DD-MM-YYYY or MM-DD-YYYY/],
    ["a column that is not there", ["--type", "touchpoints", file, ...MAP, "--map", "value=sum"], /no column “sum”/],
    ["a file that is not there", ["--type", "touchpoints", join(folder, "none.csv"), ...MAP], /no file/],
    [
      "a fault when all rows are wanted or none",
      [
        "--type",
        "touchpoints",
        file,
        ...MAP,
        "--date-format",
        "DD-MM-YYYY",
        "--on-error",
        "abort",
        "--unknown-customer",
        "create",
      ],
      /line 4, column “day”/,
    ],
  ])("refuses the whole file for %s, with exit code 2 and the reason", (_, args, reason) => {
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(reason), json: { created: 0 } });
  });
});
