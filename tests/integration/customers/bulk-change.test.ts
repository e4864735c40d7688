import { beforeEach, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { runBulkChange } from "@/lib/bulk/run-bulk-change";
import { startBulkChange } from "@/lib/bulk/start-bulk-change";
import { startBulkUndo } from "@/lib/bulk/start-bulk-undo";
import { undoBulkChange } from "@/lib/bulk/undo-bulk-change";
import { listCustomers } from "@/lib/customers/list-customers";
import { summariseRisk } from "@/lib/customers/summarise-risk";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { bulkRequest } from "@/lib/schemas/bulk-change";
import { customerListQuery } from "@/lib/schemas/customer-list";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const CUSTOMERS = 9;

let organisationId: number;
let admin: Member;
let mia: Member;
let viewer: Member;
let count = 0;

beforeEach(async () => {
  count += 1;
  ({ organisationId } = await createOrganisation({
    name: `Bulk ${count}`,
    admin: null,
    settings: { clock: "2026-06-30T12:00:00Z" },
  }));
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ id: number; role: "admin" | "manager" | "viewer"; name: string }>(
      `INSERT INTO member (organisation_id, user_id, name, email, role)
       SELECT $1, $2 || role, role, role || '@example.com', role FROM unnest(ARRAY['admin', 'manager', 'viewer']) role
       RETURNING id, role, name`,
      [organisationId, `bulk-${count}-`],
    ),
  );
  const of = (role: string) =>
    makeMember({
      ...systemMember(organisationId),
      ...rows.find((row) => row.role === role)!,
      actor: "member",
      managerScope: "own-book",
    });
  admin = of("admin");
  mia = of("manager");
  viewer = of("viewer");
  for (let n = 0; n < CUSTOMERS; n += 1) {
    await makeCustomerWithTouchpoints(organisationId, {
      externalId: `c-${n}`,
      ownerId: n < 3 ? mia.id! : undefined,
      startedOn: "2024-01-01",
    });
  }
  await scoreAll(organisationId);
});

const job = (id: number) => ({
  organisationId,
  jobId: "",
  payload: { bulkChangeId: id },
  report: () => undefined,
  signal: new AbortController().signal,
});

async function change(member: Member, type: string, value: string, selection: object): Promise<number> {
  const request = bulkRequest.parse({ type, value, selection: JSON.stringify(selection) });
  const { id } = await startBulkChange(member, request);
  await runBulkChange(job(id));
  return id;
}

async function undo(member: Member, id: number): Promise<void> {
  await startBulkUndo(member, id);
  await undoBulkChange(job(id));
}

async function found(filter: Record<string, string>): Promise<string[]> {
  const { items } = await listCustomers(admin, customerListQuery.parse(filter));
  return items.map((item) => item.externalId).sort();
}

async function stateOf(id: number) {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query("SELECT state, changed, kept FROM bulk_change WHERE organisation_id = $1 AND id = $2", [
      organisationId,
      id,
    ]),
  );
  return rows[0];
}

describe("a change of many customers", () => {
  it("gives all that a filter leaves to somebody, at once in lists and figures, and takes them back", async () => {
    const id = await change(admin, "assign", String(mia.id), { query: { owner: "none" } });
    expect(await found({ owner: String(mia.id) })).toHaveLength(CUSTOMERS);
    expect((await summariseRisk(mia)).customers).toBe(CUSTOMERS);
    expect(await stateOf(id)).toEqual({ state: "done", changed: CUSTOMERS - 3, kept: 0 });
    await change(admin, "assign", "none", { externalIds: ["c-5"] });
    await change(admin, "assign", String(admin.id), { externalIds: ["c-5"] });
    await undo(admin, id);
    expect(await found({ owner: String(mia.id) })).toEqual(["c-0", "c-1", "c-2"]);
    expect(await found({ owner: String(admin.id) })).toEqual(["c-5"]);
    expect((await summariseRisk(mia)).customers).toBe(3);
    expect(await stateOf(id)).toEqual({ state: "undone", changed: CUSTOMERS - 3, kept: 1 });
  });

  it("tags, untags and takes both back, leaving tags alone that were there before", async () => {
    await change(admin, "tag", "vip", { externalIds: ["c-1"] });
    const id = await change(admin, "tag", "vip", { externalIds: ["c-1", "c-2", "c-3", "nobody"] });
    expect(await found({ tag: "vip" })).toEqual(["c-1", "c-2", "c-3"]);
    const removal = await change(admin, "untag", "vip", { query: { tag: "vip" } });
    expect(await found({ tag: "vip" })).toEqual([]);
    await undo(admin, removal);
    expect(await found({ tag: "vip" })).toEqual(["c-1", "c-2", "c-3"]);
    await undo(admin, id);
    expect(await found({ tag: "vip" })).toEqual(["c-1"]);
  });

  it("snoozes until a day, over a shorter snooze as well, and takes it back to that", async () => {
    await change(admin, "snooze", "2026-07-05", { externalIds: ["c-1"] });
    const id = await change(admin, "snooze", "2026-08-01", { externalIds: ["c-1", "c-2"] });
    expect(await found({ snoozed: "only" })).toEqual(["c-1", "c-2"]);
    await undo(admin, id);
    expect(await found({ snoozed: "only" })).toEqual(["c-1"]);
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query("SELECT until::text FROM customer_snooze WHERE organisation_id = $1", [organisationId]),
    );
    expect(rows).toEqual([{ until: "2026-07-05" }]);
  });

  it("done again after a crash changes nothing twice and forgets nothing of before", async () => {
    const id = await change(admin, "assign", String(admin.id), { externalIds: ["c-0", "c-4"] });
    await runBulkChange(job(id));
    expect(await stateOf(id)).toMatchObject({ changed: 2 });
    await undo(admin, id);
    expect(await found({ owner: String(mia.id) })).toEqual(["c-0", "c-1", "c-2"]);
  });
});

describe("whose customers it may change", () => {
  it("are a manager's own, by name and by filter, and she gives none away", async () => {
    await change(mia, "tag", "mine", { externalIds: ["c-0", "c-7"] });
    expect(await found({ tag: "mine" })).toEqual(["c-0"]);
    await change(mia, "tag", "all", { query: {} });
    expect(await found({ tag: "all" })).toEqual(["c-0", "c-1", "c-2"]);
    await expect(change(mia, "assign", "none", { externalIds: ["c-0"] })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are nobody's for a viewer", async () => {
    await expect(change(viewer, "tag", "x", { externalIds: ["c-0"] })).rejects.toMatchObject({ code: "forbidden" });
    const id = await change(admin, "tag", "x", { externalIds: ["c-0"] });
    await expect(startBulkUndo(viewer, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(startBulkUndo(mia, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("are taken back once, and only when the change is done", async () => {
    const id = await change(admin, "tag", "once", { externalIds: ["c-0"] });
    await undo(admin, id);
    await expect(startBulkUndo(admin, id)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a request", () => {
  it.each([
    ["assign", "olga", { externalIds: ["a"] }],
    ["snooze", "2026-02-30", { externalIds: ["a"] }],
    ["tag", "", { externalIds: ["a"] }],
    ["tag", "x", { externalIds: [] }],
    ["tag", "x", { query: { colour: "red" } }],
    ["erase", "x", { externalIds: ["a"] }],
  ])("to %s %j of %j is refused", (type, value, selection) => {
    expect(bulkRequest.safeParse({ type, value, selection: JSON.stringify(selection) }).success).toBe(false);
  });

  it("for an owner of nowhere is refused", async () => {
    await expect(change(admin, "assign", "999999", { externalIds: ["c-0"] })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
