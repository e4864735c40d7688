import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { readImport } from "@/lib/imports/read-import";
import { runImport } from "@/lib/imports/run-import";
import { writeRejects } from "@/lib/imports/write-rejects";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { addUp, CREATE_ALL, importText, rowsOf, start } from "./import-text";

const HEADER = "id,customer,kind,date,value,sentiment,note";
const MAPPING = {
  id: "id",
  customerExternalId: "customer",
  kind: "kind",
  occurredAt: "date",
  value: "value",
  sentiment: "sentiment",
  details: "note",
};

let organisationId: number;
beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Imports", admin: null, settings: { timeZone: "Europe/Berlin" } }))
    .organisationId;
});

const fresh = async () => (await createOrganisation({ name: "Other", admin: null })).organisationId;

const countTouchpoints = async (organisation: number) =>
  (await rowsOf<{ count: number }>(organisation, "SELECT count(*)::int AS count FROM touchpoint"))[0]?.count;

describe("a file of touchpoints", () => {
  it("is stored as it says: times in the organisation's zone, values, sentiment, details, ids with their zeros", async () => {
    const csv = `${HEADER}\n007,0042,complaint,2024-07-01 12:00,12.5,-0.5,"He said ""no"""\n008,0042,New Thing,2024-07-02,,,\n`;
    const view = await importText(organisationId, "touchpoints", csv, { mapping: MAPPING, ...CREATE_ALL });
    expect(view).toMatchObject({ status: "succeeded", counts: { rows: 2, created: 2, rejected: 0 } });
    const rows = await rowsOf(
      organisationId,
      `SELECT t.sender_id, c.external_id, k.key, t.occurred_at, t.value, t.sentiment, d.details, t.import_id
       FROM touchpoint t JOIN customer c ON c.id = t.customer_id JOIN kind k ON k.id = t.kind_id
       LEFT JOIN touchpoint_detail d ON d.key = t.key ORDER BY t.occurred_at`,
    );
    expect(rows).toEqual([
      {
        sender_id: "007",
        external_id: "0042",
        key: "complaint",
        occurred_at: new Date("2024-07-01T10:00:00Z"),
        value: 12.5,
        sentiment: -0.5,
        details: { note: 'He said "no"' },
        import_id: view.id,
      },
      {
        sender_id: "008",
        external_id: "0042",
        key: "new-thing",
        occurred_at: new Date("2024-07-02T21:59:59Z"),
        value: null,
        sentiment: null,
        details: null,
        import_id: view.id,
      },
    ]);
  });

  it("changes nothing when it is imported again, and tells rows that say something else", async () => {
    const organisation = await fresh();
    const rows = Array.from({ length: 300 }, (_, index) => `E${index},C${index % 7},call,2024-01-01 10:00,${index},,`);
    const csv = `${HEADER}\n${rows.join("\n")}\n`;
    const options = { mapping: MAPPING, ...CREATE_ALL };
    const first = await importText(organisation, "touchpoints", csv, options, { chunkRows: 64 });
    const again = await importText(organisation, "touchpoints", csv, options, { chunkRows: 64 });
    expect(first.counts).toMatchObject({ rows: 300, created: 300, duplicates: 0 });
    expect(again.counts).toMatchObject({ rows: 300, created: 0, duplicates: 300, conflicts: 0 });
    expect(again.sameFileImportedAt).not.toBeNull();
    const changed = `${HEADER}\nE1,C1,call,2024-01-01 10:00,999,,\nE2,C2,call,2024-01-01 10:00,2,,\nE900,C1,call,2024-01-01,1,,\n`;
    const overlapping = await importText(organisation, "touchpoints", changed, options);
    expect(overlapping.counts).toMatchObject({ rows: 3, created: 1, duplicates: 2, conflicts: 1 });
    expect(await countTouchpoints(organisation)).toBe(301);
  });

  it("knows rows without an id by their content, also twice in one file and across chunks", async () => {
    const organisation = await fresh();
    const line = "C1,call,2024-01-01 10:00,5";
    const csv = `customer,kind,date,value\n${line}\n${line}\nC1,call,2024-01-01 10:00,6\n${line}\nC2,call,2024-01-01 10:00,5\n`;
    const view = await importText(organisation, "touchpoints", csv, CREATE_ALL, { chunkRows: 2 });
    expect(view.counts).toMatchObject({ rows: 5, created: 3, duplicates: 2, conflicts: 0 });
    const again = await importText(organisation, "touchpoints", csv, CREATE_ALL);
    expect(again.counts).toMatchObject({ rows: 5, created: 0, duplicates: 5 });
  });

  it("lists every bad row with line, column and reason, and stores the good ones", async () => {
    const organisation = await fresh();
    const csv = [
      HEADER,
      "1,C1,call,2024-01-01 10:00,5,,",
      "2,C1,call,2024-01-01 10:00",
      "3,C1,call,2024-01-01 10:00,5,,,surplus",
      '4,C1,call,2024-01-01 10:00,5,,a"b',
      "5,,call,2024-01-01 10:00,5,,",
      "6,C1,call,2024-02-30,5,,",
      "7,C1,call,2024-01-01 10:00,1e309,,",
      "8,C1,call,2024-01-01 10:00,5,2,",
      "9,unknown,call,2024-01-01 10:00,5,,",
      "10,C1,never heard of,2024-01-01 10:00,5,,",
      "11,C1,call,2024-01-01 10:00,6,,,,",
      "12,C1,call,2024-01-01 10:00,6,,fine",
    ].join("\n");
    await importText(organisation, "customers", "externalId,name\nC1,One\n");
    const view = await importText(organisation, "touchpoints", csv, { mapping: MAPPING }, { chunkRows: 5 });
    expect(view.counts).toMatchObject({ rows: 12, created: 3, rejected: 9 });
    expect(addUp(view)).toBe(true);
    expect(view.rejects.map(({ row, line, column, code }) => [row, line, column, code])).toEqual([
      [2, 3, "value", "too-few-fields"],
      [3, 4, "column 8", "too-many-fields"],
      [4, 5, "note", "stray-quote"],
      [5, 6, "customer", "blank"],
      [6, 7, "date", "impossible-date"],
      [7, 8, "value", "number-out-of-range"],
      [8, 9, "sentiment", "sentiment-out-of-range"],
      [9, 10, "customer", "unknown-customer"],
      [10, 11, "kind", "unknown-kind"],
    ]);
    const [count] = await rowsOf<{ customers: number }>(
      organisation,
      "SELECT count(*)::int AS customers FROM customer",
    );
    expect(count?.customers).toBe(1);
  });

  it("writes the rejected rows so that a spreadsheet runs nothing, and so that they can be mended", async () => {
    const organisation = await fresh();
    const csv = `${HEADER}\n1,"=cmd|' /C calc'!A0",call,nonsense,5,,\n2,C,call,2024-01-01,5,,\n`;
    const view = await importText(organisation, "touchpoints", csv, { mapping: MAPPING, ...CREATE_ALL });
    const text = await new Response(await writeRejects(systemMember(organisation), view.id)).text();
    expect(text.replace("\uFEFF", "").trimEnd().split("\n")).toEqual([
      "id,customer,kind,date,value,sentiment,note,line,column,code,message",
      "1,'=cmd|' /C calc'!A0,call,nonsense,5,,,2,date,unreadable-date,“nonsense” is not a date in the format of this file.",
    ]);
  });

  it("takes names that objects know for what they are: names", async () => {
    const organisation = await fresh();
    const csv = "customer,kind,date,__proto__\n__proto__,__proto__,2024-01-01,x\nconstructor,toString,2024-01-01,y\n";
    const mapping = {
      customerExternalId: "customer",
      kind: "kind",
      occurredAt: "date",
      "details.__proto__": "__proto__",
    };
    const view = await importText(organisation, "touchpoints", csv, { mapping, ...CREATE_ALL });
    expect(view.counts).toMatchObject({ rows: 2, created: 2 });
    const rows = await rowsOf<{ external_id: string; key: string; details: string }>(
      organisation,
      `SELECT c.external_id, k.key, d.details::text FROM touchpoint t JOIN customer c ON c.id = t.customer_id
       JOIN kind k ON k.id = t.kind_id JOIN touchpoint_detail d ON d.key = t.key ORDER BY c.external_id`,
    );
    expect(rows).toEqual([
      { external_id: "__proto__", key: "proto", details: '{"__proto__": "x"}' },
      { external_id: "constructor", key: "tostring", details: '{"__proto__": "y"}' },
    ]);
  });

  it("refuses only the row whose bytes are no UTF-8, and one with a zero character", async () => {
    const organisation = await fresh();
    const good = Buffer.from("customer,kind,date\nZoë,call,2024-01-01\nÅsa,call,2024-01-01\nJosé,call,2024-01-01\n");
    const bad = Buffer.concat([
      good,
      Buffer.from("Zo"),
      Buffer.from([0xeb]),
      Buffer.from(",call,2024-01-01\nC\0,call,2024-01-01\n"),
    ]);
    const padded = Buffer.concat([
      Buffer.from("customer,kind,date\n"),
      Buffer.from("A,call,2024-01-01\n".repeat(300)),
      bad.subarray(19),
    ]);
    const view = await importText(organisation, "touchpoints", padded, CREATE_ALL);
    expect(view.rejects.map((reject) => reject.code)).toEqual(["invalid-encoding", "nul-character"]);
    expect(view.counts).toMatchObject({ rows: 305, created: 4, duplicates: 299, rejected: 2 });
  });

  it("refuses a field of 100 MB at flat memory and imports the rest", async () => {
    const organisation = await fresh();
    const row = (id: number) => `${id},C1,call,2024-01-01,1,,\n`;
    function* giant() {
      yield Buffer.from(`${HEADER}\n${row(1)}2,C1,call,2024-01-01,1,,"`);
      const piece = Buffer.alloc(1024 * 1024, 0x78);
      for (let count = 0; count < 100; count += 1) yield piece;
      yield Buffer.from(`"\n${row(3)}`);
    }
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss - before);
    }, 5);
    const view = await importText(organisation, "touchpoints", giant(), { mapping: MAPPING, ...CREATE_ALL });
    clearInterval(watch);
    expect(view.counts).toMatchObject({ rows: 3, created: 2, rejected: 1 });
    expect(view.rejects[0]).toMatchObject({ line: 3, column: "note", code: "record-too-long" });
    expect(view.rejects[0]?.fields.join("").length).toBeLessThan(10_000);
    expect(peak).toBeLessThan(80 * 1024 * 1024);
  });
});

describe("an import", () => {
  it("of one file at the same moment twice stores every row once", async () => {
    const organisation = await fresh();
    const rows = Array.from(
      { length: 4000 },
      (_, index) => `E${index},C${index % 50},kind ${index % 3},2024-01-01 10:00,${index},,`,
    );
    const csv = `${HEADER}\n${rows.join("\n")}\n`;
    const options = { mapping: MAPPING, ...CREATE_ALL };
    const run = () => importText(organisation, "touchpoints", csv, options, { chunkRows: 500 });
    const views = await Promise.all([run(), run(), run()]);
    expect(views.map(addUp)).toEqual([true, true, true]);
    expect(views.reduce((sum, view) => sum + view.counts.created, 0)).toBe(4000);
    expect(await countTouchpoints(organisation)).toBe(4000);
    const [kinds] = await rowsOf<{ count: number }>(
      organisation,
      "SELECT count(*)::int AS count FROM kind WHERE key LIKE 'kind-%'",
    );
    expect(kinds?.count).toBe(3);
  });

  it("that is to be whole or not at all stores nothing when one row is bad", async () => {
    const organisation = await fresh();
    const csv = `${HEADER}\n1,C1,brand new,2024-01-01,1,,\n2,C1,call,2024-13-01,1,,\n3,C2,call,2024-01-01,1,,\n`;
    const options = { mapping: MAPPING, ...CREATE_ALL, onError: "abort" };
    const id = await start(organisation, "touchpoints", csv, options);
    await expect(runImport(organisation, id)).rejects.toMatchObject({
      message: expect.stringMatching(/1 row has a fault.*line 3, column “date”/),
    });
    const view = await readImport(systemMember(organisation), id);
    expect(view).toMatchObject({ status: "failed", counts: { rows: 3, created: 0, rejected: 3 } });
    expect(view.rejects).toMatchObject([{ row: 2, line: 3, code: "impossible-date" }]);
    const [left] = await rowsOf(
      organisation,
      `SELECT (SELECT count(*)::int FROM touchpoint) AS touchpoints, (SELECT count(*)::int FROM customer) AS customers,
              (SELECT count(*)::int FROM kind WHERE key = 'brand-new') AS kinds`,
    );
    expect(left).toEqual({ touchpoints: 0, customers: 0, kinds: 0 });
    const mended = await importText(organisation, "touchpoints", csv.replace("13-01", "12-01"), options);
    expect(mended.counts).toMatchObject({ rows: 3, created: 3, rejected: 0 });
  });

  it("orders scores for the customers it touched, and none when nothing is new", async () => {
    const organisation = await fresh();
    const csv = "customer,kind,date\nC1,call,2024-01-01\nC2,call,2024-01-01\n";
    await importText(organisation, "touchpoints", csv, CREATE_ALL);
    await importText(organisation, "touchpoints", csv, CREATE_ALL);
    const orders = await rowsOf<{ ids: number[] }>(organisation, "SELECT customer_ids AS ids FROM score_order");
    const jobs = await rowsOf<{ task: string }>(organisation, "SELECT task FROM job");
    const customers = await rowsOf<{ id: number }>(organisation, "SELECT id FROM customer ORDER BY id");
    expect(orders).toEqual([{ ids: customers.map((customer) => customer.id) }]);
    expect(jobs).toEqual([{ task: "score-customers" }]);
  });

  it("is not seen from another organisation", async () => {
    const view = await importText(await fresh(), "touchpoints", "customer,kind,date\nC1,call,2024-01-01\n", CREATE_ALL);
    await expect(readImport(systemMember(organisationId), view.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(writeRejects(systemMember(organisationId), view.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
