import { describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { readImport } from "@/lib/imports/read-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startUndo } from "@/lib/imports/start-undo";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ingestOutcomes } from "@/lib/outcomes/ingest-outcomes";
import { ingestTouchpoints } from "@/lib/touchpoints/ingest-touchpoints";
import { CREATE_ALL, importText, rowsOf, start } from "./import-text";

const TABLES = ["customer", "kind", "touchpoint", "touchpoint_detail", "outcome", "held_row", "import_change"];

const fresh = async () => (await createOrganisation({ name: "Undo", admin: null })).organisationId;

/** Every row of the tables that an import writes, whole. */
async function contents(organisationId: number) {
  const all = await Promise.all(
    TABLES.map(async (table) => {
      const rows = await rowsOf<{ row: string }>(organisationId, `SELECT t::text AS row FROM ${table} t ORDER BY 1`);
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(all);
}

async function undo(organisationId: number, importId: number) {
  await startUndo(systemMember(organisationId), importId, "caller");
  await runUndo(organisationId, importId);
  return readImport(systemMember(organisationId), importId);
}

const ordersOf = (organisationId: number) =>
  rowsOf<{ ids: number[] }>(organisationId, "SELECT customer_ids AS ids FROM score_order ORDER BY id");

const TOUCHPOINTS = [
  "id,customer,kind,date,value,details.note",
  ...Array.from(
    { length: 500 },
    (_, n) => `t-${n},C${n % 7},${n % 3 ? "call" : "Moon visit"},2024-01-01,${n},note ${n}`,
  ),
].join("\n");

describe("an undo", () => {
  it("of touchpoints leaves the database as before, row by row: touchpoints, notes, customers and kinds", async () => {
    const organisationId = await fresh();
    await importText(organisationId, "customers", "externalId,name\nC1,One\n");
    await importText(organisationId, "touchpoints", "id,customer,kind,date\nold,C1,call,2023-01-01\n");
    const before = await contents(organisationId);
    const { id, counts } = await importText(organisationId, "touchpoints", TOUCHPOINTS, CREATE_ALL);
    expect(counts.created).toBe(500);
    expect(await contents(organisationId)).not.toEqual(before);
    const view = await undo(organisationId, id);
    expect(view).toMatchObject({
      status: "undone",
      undoneBy: "system",
      undo: {
        reversed: 500,
        kept: 0,
        errored: 0,
        customers: { reversed: 6, kept: 0 },
        kinds: { reversed: 1, kept: 0 },
        reasons: [],
      },
    });
    expect(await contents(organisationId)).toEqual(before);
    const [c1] = await rowsOf<{ id: number }>(organisationId, "SELECT id FROM customer");
    expect((await ordersOf(organisationId)).at(-1)?.ids).toContain(c1?.id);
    const audit = await rowsOf(
      organisationId,
      "SELECT action FROM audit_entry WHERE action LIKE 'imports.und%' ORDER BY id",
    );
    expect(audit).toEqual([{ action: "imports.undo-started" }, { action: "imports.undone" }]);
  });

  it("of customers removes those it made and gives the others their old values, to the millisecond", async () => {
    const organisationId = await fresh();
    const columns = "externalId,name,mrr,currency,startedOn,traits.plan,traits.seats";
    await importText(organisationId, "customers", `${columns}\nA,Ann,10,EUR,2024-01-01,pro,5\nB,Bob,,,,,\n`);
    await rowsOf(organisationId, "DELETE FROM import_change");
    const before = await contents(organisationId);
    const csv = `${columns}\nA,Anna,20,USD,2024-02-02,free,\nB,Bob,5,EUR,,pro,1\nN,New,1,EUR,,,\nA,Anni,30,USD,,,\nN,Newer,,,,,\n`;
    const { id, counts } = await importText(organisationId, "customers", csv, {}, { chunkRows: 2 });
    expect(counts).toMatchObject({ created: 1, updated: 4 });
    expect(await undo(organisationId, id)).toMatchObject({ undo: { reversed: 3, kept: 0, errored: 0 } });
    expect(await contents(organisationId)).toEqual(before);
  });

  it("keeps what was changed since by another import or by hand, with the reason, and restores the rest", async () => {
    const organisationId = await fresh();
    await importText(organisationId, "customers", "externalId,name,traits.plan\nA,Ann,x\nB,Bob,x\nD,Dan,x\n");
    const { id } = await importText(
      organisationId,
      "customers",
      "externalId,name,traits.plan\nA,Anna,y\nB,Bobby,y\nD,Danny,y\nN1,New,y\nN2,New,y\nN3,New,y\n",
    );
    await importText(organisationId, "customers", "externalId,name\nA,Annabel\n");
    // Another field than those the import changed: that is no reason to keep them.
    await upsertCustomers(systemMember(organisationId), [
      { externalId: "B", traits: { other: 1 } },
      { externalId: "N1", name: "By hand" },
    ]);
    await ingestTouchpoints(
      systemMember(organisationId),
      [{ customerExternalId: "N2", kind: "call", occurredAt: "2024-01-01T00:00:00Z" }],
      { unknownCustomer: "reject", unknownKind: "reject" },
    );
    const view = await undo(organisationId, id);
    expect(view.undo).toMatchObject({ reversed: 3, kept: 3, errored: 0 });
    expect(view.undo?.reasons).toEqual([
      { code: "changed-since", of: "customers", count: 2, examples: expect.arrayContaining(["A", "N1"]) },
      { code: "has-other-data", of: "customers", count: 1, examples: ["N2"] },
    ]);
    const rows = await rowsOf(
      organisationId,
      "SELECT external_id AS id, name, traits->>'plan' AS plan, traits->>'other' AS other FROM customer ORDER BY 1",
    );
    expect(rows).toEqual([
      { id: "A", name: "Annabel", plan: "y", other: null },
      { id: "B", name: "Bob", plan: "x", other: "1" },
      { id: "D", name: "Dan", plan: "x", other: null },
      { id: "N1", name: "By hand", plan: "y", other: null },
      { id: "N2", name: "New", plan: "y", other: null },
    ]);
  });

  it("keeps customers and kinds of its touchpoints that something else needs by now", async () => {
    const organisationId = await fresh();
    const { id } = await importText(
      organisationId,
      "touchpoints",
      "id,customer,kind,date\n1,A,first kind,2024-01-01\n2,B,second kind,2024-01-01\n3,C,third kind,2024-01-01\n4,D,call,2024-01-01\n",
      CREATE_ALL,
    );
    const member = systemMember(organisationId);
    await ingestTouchpoints(
      member,
      [{ customerExternalId: "A", kind: "second kind", occurredAt: "2024-01-01T00:00:00Z" }],
      { unknownCustomer: "reject", unknownKind: "reject" },
    );
    await ingestOutcomes(member, [{ customerExternalId: "C", type: "renewal", occurredOn: "2024-01-01" }], {
      unknownCustomer: "reject",
    });
    await upsertCustomers(member, [{ externalId: "D", name: "Named since" }]);
    await rowsOf(organisationId, "UPDATE kind SET valence = -1 WHERE key = 'third-kind'");
    const view = await undo(organisationId, id);
    expect(view.undo).toMatchObject({
      reversed: 4,
      customers: { reversed: 1, kept: 3 },
      kinds: { reversed: 1, kept: 2 },
    });
    expect(view.undo?.reasons.map(({ code, of, examples }) => [of, code, ...[...examples].sort()])).toEqual([
      ["customers", "changed-since", "D"],
      ["customers", "has-other-data", "A", "C"],
      ["kinds", "kind-in-use", "second-kind"],
      ["kinds", "kind-edited", "third-kind"],
    ]);
    const names = await rowsOf(organisationId, "SELECT external_id AS id FROM customer ORDER BY 1");
    expect(names).toEqual([{ id: "A" }, { id: "C" }, { id: "D" }]);
  });

  it("of outcomes leaves the database as before", async () => {
    const organisationId = await fresh();
    await importText(
      organisationId,
      "outcomes",
      "customerExternalId,type,occurredOn\nA,renewal,2024-01-01\n",
      CREATE_ALL,
    );
    const before = await contents(organisationId);
    const csv =
      "customerExternalId,type,occurredOn,reasons\nA,break-up,2024-05-01,price\nA,renewal,2024-01-01,\nZ,return,2024-06-01,\n";
    const { id } = await importText(organisationId, "outcomes", csv, CREATE_ALL);
    expect(await undo(organisationId, id)).toMatchObject({ undo: { reversed: 2, customers: { reversed: 1 } } });
    expect(await contents(organisationId)).toEqual(before);
  });

  it("is done once, and neither while the import runs nor where nothing came in", async () => {
    const organisationId = await fresh();
    const member = systemMember(organisationId);
    const refused = (id: number) => startUndo(member, id).catch((error: { code: string }) => error.code);
    const id = await start(organisationId, "touchpoints", "id,customer,kind,date\n1,A,call,2024-01-01\n", CREATE_ALL);
    expect(await refused(id)).toBe("conflict");
    await rowsOf(organisationId, `UPDATE import SET state = 'failed' WHERE id = ${id}`);
    expect(await refused(id)).toBe("conflict");
    expect(await refused(id + 1000)).toBe("not-found");
    const done = await importText(
      organisationId,
      "touchpoints",
      "id,customer,kind,date\n1,A,call,2024-01-01\n",
      CREATE_ALL,
    );
    expect(done.canBeUndone).toBe(true);
    await startUndo(member, done.id, "caller");
    expect(await refused(done.id)).toBe("conflict");
    await runUndo(organisationId, done.id);
    expect(await refused(done.id)).toBe("conflict");
    expect(await readImport(member, done.id)).toMatchObject({ canBeUndone: false, knownFrom: null });
    const again = await importText(
      organisationId,
      "touchpoints",
      "id,customer,kind,date\n1,A,call,2024-01-01\n",
      CREATE_ALL,
    );
    expect(again).toMatchObject({ counts: { created: 1 }, knownFrom: null });
  });

  it("of another organisation's import is not found", async () => {
    const theirs = await importText(await fresh(), "customers", "externalId\nX\n");
    await expect(startUndo(systemMember(await fresh()), theirs.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
