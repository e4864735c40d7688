import { rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { readImport } from "@/lib/imports/read-import";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startUndo } from "@/lib/imports/start-undo";
import { uploadPath } from "@/lib/imports/upload-path";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { CREATE_ALL, importText, rowsOf, start } from "./import-text";

const fresh = async () => (await createOrganisation({ name: "Repeat", admin: null })).organisationId;

const row = (n: number) => `t-${n},C${n % 7},${n % 3 ? "call" : "visit"},2024-01-01,${n}`;
const CSV = `id,customer,kind,date,value\n${Array.from({ length: 200 }, (_, n) => row(n)).join("\n")}\n`;

const bringIn = (organisationId: number, csv = CSV, options: object = {}) =>
  importText(organisationId, "touchpoints", csv, { ...CREATE_ALL, ...options });

describe("the same file again", () => {
  it("is all duplicates without being read, when its rows are still there", async () => {
    const organisationId = await fresh();
    await bringIn(organisationId);
    const id = await start(organisationId, "touchpoints", CSV, CREATE_ALL);
    await rm(uploadPath(organisationId, id));
    await runImport(organisationId, id);
    const view = await readImport(systemMember(organisationId), id);
    expect(view.status).toBe("succeeded");
    expect(view.counts).toMatchObject({ rows: 200, created: 0, duplicates: 200, rejected: 0, held: 0 });
    const jobs = await rowsOf(organisationId, "SELECT task FROM job");
    expect(jobs).toEqual([{ task: "score-customers" }]);
  });

  it("brings back what was removed since", async () => {
    const organisationId = await fresh();
    await bringIn(organisationId);
    await rowsOf(organisationId, "DELETE FROM touchpoint WHERE sender_id IN ('t-3', 't-4')");
    expect((await bringIn(organisationId)).counts).toMatchObject({ rows: 200, created: 2, duplicates: 198 });
    expect((await bringIn(organisationId)).counts).toMatchObject({ rows: 200, created: 0, duplicates: 200 });
  });

  it("comes in anew when the import before it was undone", async () => {
    const organisationId = await fresh();
    const { id } = await bringIn(organisationId);
    await startUndo(systemMember(organisationId), id, "caller");
    await runUndo(organisationId, id);
    expect((await bringIn(organisationId)).counts).toMatchObject({ rows: 200, created: 200, duplicates: 0 });
  });

  it("is read when anything about it is other than before", async () => {
    const organisationId = await fresh();
    await bringIn(organisationId);
    const other = { mapping: { customerExternalId: "customer", kind: "kind", occurredAt: "date" } };
    // Without the senders' ids and values, rows are told apart by the rest: other touchpoints than before.
    const { counts } = await bringIn(organisationId, CSV, other);
    expect(counts.created).toBeGreaterThan(0);
    expect(counts.created + counts.duplicates).toBe(200);
    expect((await bringIn(organisationId, CSV.replace("t-7,", "t-700,"))).counts).toMatchObject({ created: 1 });
    const elsewhere = await fresh();
    expect((await bringIn(elsewhere)).counts).toMatchObject({ created: 200 });
  });

  it("is read when some of it was refused before, which may have become known since", async () => {
    const organisationId = await fresh();
    await importText(organisationId, "customers", "externalId\nC1\n");
    const options = { unknownCustomer: "reject", unknownKind: "create" };
    const first = await bringIn(organisationId, CSV, options);
    expect(first.counts.rejected).toBeGreaterThan(0);
    await importText(organisationId, "customers", "externalId\nC2\n");
    const second = await bringIn(organisationId, CSV, options);
    expect(second.counts.created).toBeGreaterThan(0);
    expect(second.counts.rejected).toBeLessThan(first.counts.rejected);
  });
});
