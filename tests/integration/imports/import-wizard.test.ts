import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { cancelImport } from "@/lib/imports/cancel-import";
import { dryRunImport } from "@/lib/imports/dry-run-import";
import { previewImport } from "@/lib/imports/preview-import";
import { readImport } from "@/lib/imports/read-import";
import { rereadUpload } from "@/lib/imports/reread-upload";
import { runImport } from "@/lib/imports/run-import";
import { startDryRun } from "@/lib/imports/start-dry-run";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { writeRejects } from "@/lib/imports/write-rejects";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { importOptions } from "@/lib/schemas/import-options";
import { makeWorkbook } from "../../support/make-workbook";
import { addUp, bodyOf, CREATE_ALL, importText, rowsOf, start, upload } from "./import-text";

let organisationId: number;
const member = () => systemMember(organisationId);
beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Wizard", admin: null })).organisationId;
});

const touchpoints = (importId: number) =>
  rowsOf(
    organisationId,
    `SELECT c.external_id AS customer, k.key AS kind, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, value
     FROM touchpoint t JOIN customer c ON c.organisation_id = t.organisation_id AND c.id = t.customer_id
       JOIN kind k ON k.organisation_id = t.organisation_id AND k.id = t.kind_id
     WHERE t.import_id = ${importId} ORDER BY 1, 2, 3`,
  );

async function rehearse(id: number, options: object) {
  const { jobId } = await startDryRun(member(), id, importOptions.parse(options));
  const signal = new AbortController().signal;
  await dryRunImport({ organisationId, jobId, payload: { importId: id }, report: () => undefined, signal });
  return readImport(member(), id);
}

describe("a workbook", () => {
  const sheets = {
    Calls: [
      ["customer", "kind", "date", "value"],
      ["X1", "call", { xml: '<c s="1"><v>45296</v></c>' }, 5],
      ["X2", "call", { xml: '<c s="1"><v>45297</v></c>' }, { xml: "<c/>" }],
    ],
    People: [
      ["externalId", "name", "plan"],
      ["X1", "One", "Pro"],
    ],
  };

  it("comes in as a file does, its dates without doubt, and as another sheet when that is asked for", async () => {
    const stored = await storeUpload(member(), {
      type: "auto",
      filename: "book.xlsx",
      body: bodyOf(makeWorkbook({ sheets })),
    });
    expect(stored.type).toBe("touchpoints");
    expect(stored.detected.workbook).toEqual({ sheet: "Calls", sheets: ["Calls", "People"], unsolvedFormulas: 0 });
    const people = await rereadUpload(member(), stored.id, { sheet: "People", type: "customers" });
    expect(people.detected.columns.map((column) => column.suggestion)).toEqual(["externalId", "name", "traits.plan"]);
    await rereadUpload(member(), stored.id, { sheet: "Calls", type: "touchpoints" });
    const mapping = { customerExternalId: "customer", kind: "kind", occurredAt: "date", value: "value" };
    await startImport(member(), stored.id, importOptions.parse({ mapping, ...CREATE_ALL }), "caller");
    await runImport(organisationId, stored.id);
    expect((await readImport(member(), stored.id)).counts).toMatchObject({ rows: 2, created: 2, rejected: 0 });
    expect(await touchpoints(stored.id)).toEqual([
      { customer: "X1", kind: "call", day: "2024-01-05", value: 5 },
      { customer: "X2", kind: "call", day: "2024-01-06", value: null },
    ]);
  });
});

describe("reading a file anew", () => {
  it("takes another encoding, delimiter and header, and forgets the mapping of before", async () => {
    const { id, detected } = await upload(
      organisationId,
      "customers",
      Buffer.from("id;name\nE1;M\xfcller\n", "latin1"),
    );
    expect(detected).toMatchObject({ encoding: "windows-1252", columns: [{}, { samples: ["Müller"] }] });
    const utf16 = await rereadUpload(member(), id, { encoding: "windows-1252", delimiter: ",", header: false });
    expect(utf16.detected.columns).toMatchObject([{ name: "column 1", samples: ["id;name", "E1;Müller"] }]);
    const back = await rereadUpload(member(), id, { delimiter: ";", header: true });
    expect(back.detected.columns.map((column) => column.name)).toEqual(["id", "name"]);
    await expect(rereadUpload(member(), id, { sheet: "x" })).rejects.toMatchObject({ code: "unprocessable" });
  });
});

describe("a wide table", () => {
  it("with a column for each kind becomes a touchpoint for each cell, and again is nothing new", async () => {
    const csv = "id,customer,date,complaints,calls\n1,W1,2024-01-05,2,\n2,W2,2024-01-06,0,3\n3,W3,2024-01-07,bad,1\n";
    const options = {
      mapping: { id: "id", customerExternalId: "customer", occurredAt: "date" },
      split: { columns: ["complaints", "calls"], names: "kind", cells: "value" },
      kindMapping: { complaints: "complaint" },
      ...CREATE_ALL,
    };
    const view = await importText(organisationId, "touchpoints", csv, options, { chunkRows: 2 });
    expect(view.counts).toMatchObject({ rows: 4, created: 3, rejected: 1 });
    expect(view.rejects).toMatchObject([
      { line: 4, column: "complaints", code: "not-a-number", fields: ["3", "W3", "2024-01-07", "bad", "1"] },
    ]);
    expect(await touchpoints(view.id)).toEqual([
      { customer: "W1", kind: "complaint", day: "2024-01-05", value: 2 },
      { customer: "W2", kind: "calls", day: "2024-01-06", value: 3 },
      { customer: "W3", kind: "calls", day: "2024-01-07", value: 1 },
    ]);
    const again = await importText(organisationId, "touchpoints", csv, options);
    expect(again.counts).toMatchObject({ created: 0, duplicates: 3, rejected: 1 });
  });

  it("with a column for each month becomes a touchpoint at the month's end", async () => {
    const csv = "customer,2024-01,Feb 2024\nM1,5,6\nM2,,7\n";
    const view = await importText(organisationId, "touchpoints", csv, {
      mapping: { customerExternalId: "customer", kind: { constant: "usage" } },
      split: { columns: ["2024-01", "Feb 2024"], names: "occurredAt", cells: "value" },
      ...CREATE_ALL,
    });
    expect(await touchpoints(view.id)).toEqual([
      { customer: "M1", kind: "usage", day: "2024-01-31", value: 5 },
      { customer: "M1", kind: "usage", day: "2024-02-29", value: 6 },
      { customer: "M2", kind: "usage", day: "2024-02-29", value: 7 },
    ]);
  });

  it("is refused with words when a field comes from two places or a column is not there", async () => {
    const { id } = await upload(organisationId, "touchpoints", "customer,kind,date,a\nC,k,2024-01-01,1\n");
    const mapping = { customerExternalId: "customer", kind: "kind", occurredAt: "date" };
    const refused = (split: object) => startImport(member(), id, importOptions.parse({ mapping, split }));
    await expect(refused({ columns: ["a"], names: "kind", cells: "value" })).rejects.toMatchObject({
      issues: [{ code: "mapped-twice" }],
    });
    await expect(refused({ columns: ["b"], names: "occurredAt", cells: "value" })).rejects.toMatchObject({
      code: "unprocessable",
    });
  });
});

describe("a dry run", () => {
  it("warns of what is possible and probably wrong, names new kinds and shows rows of each fate", async () => {
    await importText(organisationId, "customers", "externalId,name,startedOn\nD1,One,2024-03-01\n");
    const rows = Array.from({ length: 60 }, (_, index) => `r${index},D1,spend,2024-04-01,${10 + (index % 7)}`);
    const csv = [
      "id,customer,kind,date,value",
      ...rows,
      "b,D1,spend,2024-02-01,11",
      "f,D1,note,2150-01-01,",
      "o,D1,spend,2024-05-01,9999999",
      "i,D1,spend,2024-02-30,1",
      "r1,D1,spend,2024-04-01,11",
      "u,Nobody,spend,2024-04-01,1",
    ].join("\n");
    const { id } = await upload(organisationId, "touchpoints", csv);
    const mapping = { id: "id", customerExternalId: "customer", kind: "kind", occurredAt: "date", value: "value" };
    const { dryRun } = await rehearse(id, { mapping, unknownKind: "create" });
    expect(dryRun).toMatchObject({ rows: 66, created: 63, duplicates: 1, rejected: 2, unknownCustomers: 1 });
    expect(dryRun?.warnings).toMatchObject([
      { code: "before-start", rows: 1, examples: [{ line: 62, text: "2024-02-01 23:59" }] },
      { code: "future", rows: 1, examples: [{ line: 63 }] },
      { code: "far-outlier", kind: "spend", rows: 1, examples: [{ line: 64, text: "9999999" }] },
    ]);
    expect(dryRun?.faults).toEqual([
      { name: "impossible-date", rows: 1 },
      { name: "unknown-customer", rows: 1 },
    ]);
    expect(dryRun?.newKinds).toEqual([
      { name: "spend", rows: 64 },
      { name: "note", rows: 1 },
    ]);
    expect(dryRun?.samples).toMatchObject([{ fate: "created", line: 2 }, { line: 3 }, { line: 4 }]);
  });
});

describe("a preview", () => {
  it("reads dates both ways while they are ambiguous, and one way once that is said", async () => {
    const { id } = await upload(
      organisationId,
      "touchpoints",
      "customer,kind,date\nP1,call,03-04-2024\nP2,zz,05-06-2024\n",
    );
    const mapping = { customerExternalId: "customer", kind: "kind", occurredAt: "date" };
    const preview = (more: object) =>
      previewImport(member(), id, importOptions.parse({ mapping, timeZone: "UTC", ...more }));
    const open = await preview({});
    expect(open.dates).toMatchObject([{ field: "occurredAt", found: "ambiguous", isOpen: true }]);
    expect(open.dates[0]?.samples[0]?.read).toEqual([
      { value: "2024-04-03T23:59:59.000Z" },
      { value: "2024-03-04T23:59:59.000Z" },
    ]);
    expect(open.kinds).toEqual([
      { name: "call", rows: 1, known: "call" },
      { name: "zz", rows: 1, known: null },
    ]);
    const said = await preview({ dateFormat: "MM-DD-YYYY" });
    expect(said.dates[0]).toMatchObject({
      isOpen: false,
      samples: [{ read: [{ value: "2024-03-04T23:59:59.000Z" }] }, {}],
    });
  });
});

describe("a mapping", () => {
  it("is offered for the next file with the same columns, to the same organisation alone", async () => {
    const csv = (id: string) => `Wer,Was,Wann\n${id},call,2024-01-01\n`;
    const mapping = { customerExternalId: "Wer", kind: "Was", occurredAt: "Wann" };
    await importText(organisationId, "touchpoints", csv("S1"), { mapping, ...CREATE_ALL });
    const next = await upload(organisationId, "touchpoints", csv("S2").replace("Wer", "WER"));
    expect((await readImport(member(), next.id)).savedMapping).toMatchObject({
      filename: "test.csv",
      options: { mapping },
    });
    const other = await upload(organisationId, "touchpoints", "Wer,Wann,Was\nS,2024-01-01,call\n");
    expect((await readImport(member(), other.id)).savedMapping).toBeNull();
    const stranger = (await createOrganisation({ name: "Stranger", admin: null })).organisationId;
    const theirs = await upload(stranger, "touchpoints", csv("S3"));
    expect((await readImport(systemMember(stranger), theirs.id)).savedMapping).toBeNull();
  });
});

describe("cancelling", () => {
  it("stops an import between two chunks: what is stored stays and is counted, the rest never comes", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `K${index},call,2024-01-01`);
    const id = await start(organisationId, "touchpoints", `customer,kind,date\n${rows.join("\n")}\n`, CREATE_ALL);
    let stopped = false;
    const running = runImport(organisationId, id, {
      chunkRows: 10,
      report: () => {
        if (!stopped) void cancelImport(member(), id);
        stopped = true;
      },
    });
    await running.catch(() => undefined);
    const view = await readImport(member(), id);
    expect(stopped).toBe(true);
    expect(addUp(view)).toBe(true);
    expect(await touchpoints(id)).toHaveLength(view.counts.created);
    if (view.status !== "succeeded") expect(view.counts.rows).toBeLessThan(40);
    await expect(cancelImport(member(), id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("lets a check go back to where it was", async () => {
    const { id } = await upload(organisationId, "touchpoints", "customer,kind,date\nC,call,2024-01-01\n");
    const mapping = { customerExternalId: "customer", kind: "kind", occurredAt: "date" };
    await startDryRun(member(), id, importOptions.parse({ mapping }));
    expect(await cancelImport(member(), id)).toEqual({ status: "uploaded" });
    await startImport(member(), id, importOptions.parse({ mapping, ...CREATE_ALL }), "caller");
    await runImport(organisationId, id);
    expect((await readImport(member(), id)).status).toBe("succeeded");
  });
});

describe("rejects.csv", () => {
  it("comes in again once it is mended, with the columns it has more left out", async () => {
    const csv = "customer,kind,date,note\nR1,call,2024-02-30,=1+1\nR2,call,2024-01-01,fine\n";
    const mapping = { customerExternalId: "customer", kind: "kind", occurredAt: "date", "details.note": "note" };
    const first = await importText(organisationId, "touchpoints", csv, { mapping, ...CREATE_ALL });
    const rejects = Buffer.from(await new Response(await writeRejects(member(), first.id)).arrayBuffer()).toString();
    const mended = rejects.replace("2024-02-30", "2024-02-28");
    const again = await upload(organisationId, "touchpoints", mended);
    const suggested = again.detected.columns.map((column) => column.suggestion);
    expect(suggested).toEqual(
      ["customerExternalId", "kind", "occurredAt", "details", undefined, undefined, undefined, undefined].map(
        (field) => field ?? null,
      ),
    );
    expect((await readImport(member(), again.id)).savedMapping?.options.mapping).toEqual(mapping);
    await startImport(member(), again.id, importOptions.parse({ mapping, ...CREATE_ALL }), "caller");
    await runImport(organisationId, again.id);
    expect((await readImport(member(), again.id)).counts).toMatchObject({ rows: 1, created: 1, rejected: 0 });
    const [detail] = await rowsOf<{ details: { note: string } }>(
      organisationId,
      `SELECT d.details FROM touchpoint_detail d JOIN touchpoint t ON t.organisation_id = d.organisation_id AND t.key = d.key WHERE t.import_id = ${again.id}`,
    );
    expect(detail?.details.note).toBe("=1+1");
  });
});
