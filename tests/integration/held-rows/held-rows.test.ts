import { beforeEach, describe, expect, it } from "vitest";
import { POST as discard } from "@/app/api/v1/held-rows/discard/route";
import { POST as release } from "@/app/api/v1/held-rows/release/route";
import { GET as list } from "@/app/api/v1/held-rows/route";
import { POST as postTouchpoints } from "@/app/api/v1/touchpoints/route";
import { systemMember } from "@/lib/auth/system-member";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { MAX_HELD_ROWS } from "@/lib/held-rows/hold-rows";
import { dryRunImport } from "@/lib/imports/dry-run-import";
import { readImport } from "@/lib/imports/read-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startDryRun } from "@/lib/imports/start-dry-run";
import { startUndo } from "@/lib/imports/start-undo";
import { importOptions } from "@/lib/schemas/import-options";
import { call, makeOrganisation, type TestOrganisation } from "../api/call-api";
import { addUp, importText, rowsOf, upload } from "../imports/import-text";

const HOLD = { unknownCustomer: "hold", unknownKind: "hold" };
const FILE = [
  "id,customer,kind,date,value,details.note",
  "1,C1,call,2024-01-01,1,",
  "2,C2,call,2024-01-02,2,a note",
  "3,C2,call,2024-01-03,,",
  "4,C1,moon-walk,2024-01-04,4,",
  "5,C2,moon-walk,2024-01-05,5,",
  "2,C2,call,2024-01-02,2,a note",
  "6,C1,call,never,,",
].join("\n");

let ours: TestOrganisation;
let organisationId: number;

beforeEach(async () => {
  ours = await makeOrganisation("Pen");
  organisationId = ours.organisationId;
  await upsertCustomers(systemMember(organisationId), [{ externalId: "C1" }]);
});

const send = (handler: Parameters<typeof call>[0], body: object) =>
  call(handler, { key: ours.write, method: "POST", body });
const waiting = async () =>
  rowsOf<{ reason: string; customer: string; kind: string | null }>(
    organisationId,
    "SELECT reason, customer_external_id AS customer, kind FROM held_row ORDER BY 1, 2, 3",
  );
const touchpoints = () =>
  rowsOf<{ id: string; customer: string; kind: string; value: number | null; note: string | null }>(
    organisationId,
    `SELECT t.sender_id AS id, c.external_id AS customer, k.key AS kind, t.value, d.details->>'note' AS note
     FROM touchpoint t JOIN customer c ON c.id = t.customer_id JOIN kind k ON k.id = t.kind_id
     LEFT JOIN touchpoint_detail d ON d.key = t.key ORDER BY 1`,
  );

describe("a file whose unknown rows are held", () => {
  it("counts them, keeps them as they stood, and holds none of them twice", async () => {
    const view = await importText(organisationId, "touchpoints", FILE, HOLD);
    expect(view.counts).toMatchObject({ rows: 7, created: 1, held: 4, duplicates: 1, rejected: 1 });
    expect(addUp(view)).toBe(true);
    expect(await waiting()).toEqual([
      { reason: "unknown-customer", customer: "C2", kind: "call" },
      { reason: "unknown-customer", customer: "C2", kind: "call" },
      { reason: "unknown-kind", customer: "C1", kind: "moon-walk" },
      { reason: "unknown-kind", customer: "C2", kind: "moon-walk" },
    ]);
    const { json } = await call(list, { key: ours.read, query: "reason=unknown-customer" });
    expect(json.items.map(({ fields }: { fields: string[] }) => fields)).toEqual(
      expect.arrayContaining([["2", "C2", "call", "2024-01-02", "2", "a note"]]),
    );
    expect(json.items[0].importId).toBe(view.id);
    const again = await importText(organisationId, "touchpoints", FILE, HOLD);
    expect(again.counts).toMatchObject({ created: 0, held: 0, duplicates: 6, rejected: 1 });
    expect(await waiting()).toHaveLength(4);
  });

  it("is rehearsed with the same counts, and holds nothing then", async () => {
    const { id, detected } = await upload(organisationId, "touchpoints", FILE);
    const mapping = Object.fromEntries(detected.columns.map(({ name, suggestion }) => [suggestion ?? "", name]));
    const member = systemMember(organisationId);
    const { jobId } = await startDryRun(member, id, importOptions.parse({ mapping, ...HOLD }));
    const signal = new AbortController().signal;
    await dryRunImport({ organisationId, jobId, payload: { importId: id }, report: () => undefined, signal });
    const { dryRun } = await readImport(member, id);
    expect(dryRun).toMatchObject({ rows: 7, created: 1, held: 4, duplicates: 1, rejected: 1 });
    expect(await waiting()).toEqual([]);
  });

  it("of outcomes is held and released too", async () => {
    const csv = "customerExternalId,type,occurredOn,reasons\nC9,break-up,2024-01-01,price\nC1,renewal,2024-01-01,\n";
    const view = await importText(organisationId, "outcomes", csv, HOLD);
    expect(view.counts).toMatchObject({ rows: 2, created: 1, held: 1 });
    const { json } = await send(release, { customerExternalId: "C9", mend: { customerExternalId: "C1" } });
    expect(json).toEqual({ released: 1, duplicates: 0, held: 0, remaining: 0 });
    const rows = await rowsOf(organisationId, "SELECT type, reasons FROM outcome ORDER BY type");
    expect(rows).toEqual([
      { type: "break-up", reasons: ["price"] },
      { type: "renewal", reasons: [] },
    ]);
  });

  it("loses its held rows when the import is undone", async () => {
    const { id } = await importText(organisationId, "touchpoints", FILE, HOLD);
    await startUndo(systemMember(organisationId), id, "caller");
    await runUndo(organisationId, id);
    expect((await readImport(systemMember(organisationId), id)).undo).toMatchObject({ reversed: 1, heldRows: 4 });
    expect(await waiting()).toEqual([]);
  });
});

describe("a release", () => {
  beforeEach(async () => {
    await importText(organisationId, "touchpoints", FILE, HOLD);
  });

  it("mends all rows of a value at once and goes through the merge, with notes and the import that brought them", async () => {
    const first = await send(release, { customerExternalId: "C2", mend: { customerExternalId: "C1" } });
    expect(first.json).toEqual({ released: 2, duplicates: 0, held: 1, remaining: 0 });
    expect(await waiting()).toHaveLength(2);
    const second = await send(release, { kind: "moon-walk", mend: { kind: "Meeting", customerExternalId: "C1" } });
    expect(second.json).toEqual({ released: 2, duplicates: 0, held: 0, remaining: 0 });
    expect(await touchpoints()).toEqual([
      { id: "1", customer: "C1", kind: "call", value: 1, note: null },
      { id: "2", customer: "C1", kind: "call", value: 2, note: "a note" },
      { id: "3", customer: "C1", kind: "call", value: null, note: null },
      { id: "4", customer: "C1", kind: "meeting", value: 4, note: null },
      { id: "5", customer: "C1", kind: "meeting", value: 5, note: null },
    ]);
    const [imports] = await rowsOf(organisationId, "SELECT count(DISTINCT import_id)::int AS n FROM touchpoint");
    expect(imports).toEqual({ n: 1 });
    const [job] = await rowsOf(organisationId, "SELECT task FROM job ORDER BY created_at DESC LIMIT 1");
    expect(job).toEqual({ task: "score-customers" });
    const audit = await rowsOf(organisationId, "SELECT action FROM audit_entry WHERE action = 'held-rows.released'");
    expect(audit).toHaveLength(2);
  });

  it("makes the customer or the kind when told to, and otherwise leaves the rows with the reason that is left", async () => {
    expect((await send(release, { customerExternalId: "C2" })).json).toMatchObject({ released: 0, held: 3 });
    const made = await send(release, { customerExternalId: "C2", mend: { createCustomer: true } });
    expect(made.json).toMatchObject({ released: 2, held: 1 });
    expect(await waiting()).toEqual([
      { reason: "unknown-kind", customer: "C1", kind: "moon-walk" },
      { reason: "unknown-kind", customer: "C2", kind: "moon-walk" },
    ]);
    expect((await send(release, { kind: "moon-walk", mend: { createKind: true } })).json).toMatchObject({
      released: 2,
    });
    expect((await touchpoints()).map(({ customer }) => customer)).toEqual(["C1", "C2", "C2", "C1", "C2"]);
  });

  it("of what is in already is a duplicate, and the same release from ten clients at once releases each row once", async () => {
    await upsertCustomers(systemMember(organisationId), [{ externalId: "C2" }]);
    const batch = {
      touchpoints: [{ id: "2", customerExternalId: "C2", kind: "call", occurredAt: "2024-01-02T00:00:00Z" }],
    };
    await send(postTouchpoints, batch);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(release, { customerExternalId: "C2", mend: { createKind: true } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const sum = (name: string) => answers.reduce((total, { json }) => total + json[name], 0);
    expect([sum("released"), sum("duplicates"), sum("held")]).toEqual([2, 1, 0]);
    expect(await touchpoints()).toHaveLength(4);
  });

  it("of one row by its key leaves the others", async () => {
    const { json } = await call(list, { key: ours.read, query: "customerExternalId=C2&limit=1" });
    const [row] = json.items;
    const body = { keys: [row.key], mend: { createCustomer: true, createKind: true } };
    expect((await send(release, body)).json).toMatchObject({ released: 1, remaining: 0 });
    expect(await waiting()).toHaveLength(3);
  });
});

describe("the pen", () => {
  it("takes rows over the API, says how many, and lists them page by page", async () => {
    const touchpoint = (n: number) => ({
      id: `p-${n}`,
      customerExternalId: n % 2 ? "C1" : `stranger-${n}`,
      kind: "call",
      occurredAt: "2024-01-01T00:00:00Z",
    });
    const body = { touchpoints: Array.from({ length: 9 }, (_, n) => touchpoint(n)) };
    const query = "unknownCustomer=hold";
    const first = await call(postTouchpoints, { key: ours.write, method: "POST", query, body });
    expect(first.json).toEqual({ accepted: 4, duplicates: 0, held: 5, rejected: [] });
    const again = await call(postTouchpoints, { key: ours.write, method: "POST", query, body });
    expect(again.json).toEqual({ accepted: 0, duplicates: 9, held: 0, rejected: [] });
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { json } = await call(list, { key: ours.read, query: `limit=2${cursor}` });
      seen.push(...json.items.map(({ key }: { key: string }) => key));
      if (json.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(json.nextCursor)}`;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it("is bounded, and refuses clearly when it is full", async () => {
    await rowsOf(
      organisationId,
      `INSERT INTO held_row (organisation_id, key, type, reason, customer_external_id, row)
       SELECT ${organisationId}, gen_random_uuid(), 'touchpoints', 'unknown-customer', 'x', '{}'
       FROM generate_series(1, ${MAX_HELD_ROWS - 1})`,
    );
    const row = (id: string) => ({
      id,
      customerExternalId: "nobody",
      kind: "call",
      occurredAt: "2024-01-01T00:00:00Z",
    });
    const answer = await call(postTouchpoints, {
      key: ours.write,
      method: "POST",
      query: "unknownCustomer=hold",
      body: { touchpoints: [row("a"), row("b")] },
    });
    expect(answer.json).toMatchObject({ held: 1, rejected: [{ index: 1, code: "holding-pen-full" }] });
    expect(answer.json.rejected[0].message).toContain("100,000");
    const view = await importText(organisationId, "touchpoints", "id,customer,kind,date\n9,C7,call,2024-01-01\n", HOLD);
    expect(view).toMatchObject({ counts: { held: 0, rejected: 1 }, rejects: [{ code: "holding-pen-full" }] });
    const emptied = await send(discard, { customerExternalId: "x" });
    expect(emptied.json).toEqual({ discarded: 10_000, remaining: MAX_HELD_ROWS - 1 - 10_000 });
  });

  it.each([
    ["no rows", {}],
    ["a key that is none", { keys: ["x"] }],
    ["an unknown field", { kind: "call", all: true }],
    ["no keys at all", { keys: [] }],
  ])("refuses a discard and a release of %s", async (_, body) => {
    for (const handler of [discard, release]) expect((await send(handler, body)).status).toBe(422);
  });

  it.each(["cursor=x", "cursor=2024-01-01T00:00:00.000Z~x", "reason=else", "limit=201"])(
    "refuses ?%s",
    async (query) => {
      expect((await call(list, { key: ours.read, query })).status).toBe(400);
    },
  );

  it("shows and releases nothing of another organisation", async () => {
    await importText(organisationId, "touchpoints", FILE, HOLD);
    const [row] = await rowsOf<{ key: string }>(organisationId, "SELECT key FROM held_row LIMIT 1");
    const theirs = await makeOrganisation("Elsewhere");
    expect((await call(list, { key: theirs.read })).json.items).toEqual([]);
    const body = { keys: [row?.key], mend: { createCustomer: true, createKind: true } };
    for (const handler of [release, discard]) {
      const answer = await call(handler, {
        key: theirs.write,
        method: "POST",
        body: handler === release ? body : { keys: body.keys },
      });
      expect(Object.values(answer.json)).toEqual(handler === release ? [0, 0, 0, 0] : [0, 0]);
    }
    expect(await waiting()).toHaveLength(4);
  });
});
