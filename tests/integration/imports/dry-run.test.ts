import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { dryRunImport } from "@/lib/imports/dry-run-import";
import type { ImportType } from "@/lib/imports/import-types";
import { readImport } from "@/lib/imports/read-import";
import { runImport } from "@/lib/imports/run-import";
import { startDryRun } from "@/lib/imports/start-dry-run";
import { startImport } from "@/lib/imports/start-import";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { importOptions } from "@/lib/schemas/import-options";
import { CREATE_ALL, importText, rowsOf, upload } from "./import-text";

let organisationId: number;
beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Rehearsal", admin: null })).organisationId;
  await importText(organisationId, "customers", "externalId,name\nC1,One\n");
  await importText(
    organisationId,
    "touchpoints",
    "id,customer,kind,date,value\nold-1,C1,call,2024-01-01,1\nold-2,C1,call,2024-01-02,1\n",
  );
});

const TABLES = ["customer", "kind", "touchpoint", "touchpoint_detail", "outcome", "import_reject"];

async function counts() {
  const columns = TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  return (await rowsOf(organisationId, `SELECT ${columns.join(", ")}`))[0];
}

async function rehearseThenRun(type: ImportType, csv: string, options: object) {
  const member = systemMember(organisationId);
  const { id, detected } = await upload(organisationId, type, csv);
  const mapping = Object.fromEntries(detected.columns.map(({ name, suggestion }) => [suggestion ?? "", name]));
  const parsed = importOptions.parse({ mapping, ...options });
  const before = await counts();
  const { jobId } = await startDryRun(member, id, parsed);
  const signal = new AbortController().signal;
  await dryRunImport({ organisationId, jobId, payload: { importId: id }, report: () => undefined, signal });
  const rehearsed = await readImport(member, id);
  expect(await counts()).toEqual(before);
  await startImport(member, id, parsed, "caller");
  await runImport(organisationId, id, { chunkRows: 3 });
  return { rehearsed, done: await readImport(member, id) };
}

describe("a dry run", () => {
  it.each<[ImportType, string, object]>([
    [
      "touchpoints",
      [
        "id,customer,kind,date,value,details.note",
        "new-1,C9,call,2024-01-01,1,n",
        "new-1,C9,call,2024-01-01,1,n",
        "new-1,C9,call,2024-01-01,2,n",
        "old-1,C1,call,2024-01-01,1,",
        "old-2,C1,call,2024-01-02,7,",
        "new-2,C9,a new kind,2024-01-01,1,",
        "new-3,C9,a new kind,never,1,",
        "new-4,C9,!!!,2024-01-01,1,",
        "new-5,C1,call,2024-01-01,x,",
      ].join("\n"),
      CREATE_ALL,
    ],
    [
      "touchpoints",
      "id,customer,kind,date,value\nn-1,C77,call,2024-01-01,1\nn-2,C1,other,2024-01-01,1\nn-3,C1,call,2024-01-01,1\n",
      {},
    ],
    ["customers", "externalId,name\nC1,One\nC1,Eins\nD1,a\nD1,a\nD1,b\nD2,\n,x\n", {}],
    [
      "outcomes",
      "customerExternalId,type,occurredOn\nC1,renewal,2024-01-01\nC1,renewal,2024-01-01\nNobody,renewal,2024-01-01\n",
      {},
    ],
  ])("of %s counts what the import then does, and changes nothing (%#)", async (type, csv, options) => {
    const { rehearsed, done } = await rehearseThenRun(type, csv, options);
    expect(rehearsed.status).toBe("dry-run");
    const { examples, ...expected } = rehearsed.dryRun ?? { examples: [] };
    expect(expected).toMatchObject(done.counts);
    expect(done.rejects).toEqual(examples);
    expect(done.counts.rejected).toBeGreaterThan(0);
  });
});

describe("options that do not fit", () => {
  const member = () => systemMember(organisationId);
  const csv = "customer,kind,date,amount,amount\nC1,call,01-02-2024,1,2\nC1,call,03-04-2024,1,2\n";
  const base = { customerExternalId: "customer", kind: "kind", occurredAt: "date" };

  it.each([
    ["dates that can be read in two ways", { mapping: base }, "dateFormat"],
    ["a column that is not there", { mapping: { ...base, value: "sum" }, dateFormat: "DD-MM-YYYY" }, "mapping.value"],
    [
      "a name that two columns have",
      { mapping: { ...base, value: "amount" }, dateFormat: "DD-MM-YYYY" },
      "mapping.value",
    ],
    ["a field that is not mapped", { mapping: { customerExternalId: "customer", kind: "kind" } }, "mapping.occurredAt"],
  ])("are refused before anything is done: %s", async (_, options, path) => {
    const { id } = await upload(organisationId, "touchpoints", csv);
    const refused = startImport(member(), id, importOptions.parse(options));
    await expect(refused).rejects.toMatchObject({ code: "unprocessable", issues: [{ path }] });
    expect(await readImport(member(), id)).toMatchObject({ status: "uploaded", jobId: null });
  });

  it("can be mended: the order of the dates is said", async () => {
    const { id } = await upload(organisationId, "touchpoints", csv);
    const options = importOptions.parse({ mapping: { ...base, value: "amount (2)" }, dateFormat: "MM-DD-YYYY" });
    await startImport(member(), id, options, "caller");
    await runImport(organisationId, id);
    const rows = await rowsOf<{ day: string; value: number }>(
      organisationId,
      `SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, value FROM touchpoint WHERE import_id = ${id} ORDER BY 1`,
    );
    expect(rows).toEqual([
      { day: "2024-01-02", value: 2 },
      { day: "2024-03-04", value: 2 },
    ]);
    await expect(startImport(member(), id, options)).rejects.toMatchObject({ code: "conflict" });
  });
});
