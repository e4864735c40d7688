import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { listCustomers } from "@/lib/customers/list-customers";
import { readCustomer } from "@/lib/customers/read-customer";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { addNote } from "@/lib/hand-entries/add-note";
import { addOutcome } from "@/lib/hand-entries/add-outcome";
import { addTouchpoint } from "@/lib/hand-entries/add-touchpoint";
import { listEntries } from "@/lib/hand-entries/list-entries";
import { removeEntry } from "@/lib/hand-entries/remove-entry";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { noteEntrySchema, outcomeEntrySchema, touchpointEntrySchema } from "@/lib/schemas/hand-entry";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW = "2026-06-30T12:00:00Z";
let organisationId: number;
let admin: Member;
let manager: Member;
let viewer: Member;

beforeAll(async () => {
  const made = await createOrganisation({
    name: "By hand",
    admin: { name: "Olga Owner", email: "by-hand@example.com", password: "a long password" },
    settings: { clock: NOW, timeZone: "Europe/Copenhagen" },
  });
  organisationId = made.organisationId;
  const person = { ...systemMember(organisationId), actor: "member" as const };
  admin = makeMember({ ...person, id: made.admin!.id! + 1, name: "Ada Admin", role: "admin" });
  manager = makeMember({ ...person, id: made.admin!.id!, name: "Olga", role: "manager", managerScope: "own-book" });
  viewer = makeMember({ ...person, id: made.admin!.id! + 2, name: "Vera", role: "viewer" });
  const old = [{ kind: "call", occurredAt: "2026-06-01T00:00:00Z" }];
  await makeCustomerWithTouchpoints(organisationId, { externalId: "mine", ownerId: manager.id! }, old);
  await makeCustomerWithTouchpoints(organisationId, { externalId: "theirs" }, old);
  await scoreAll(organisationId);
});

const touchpoint = (externalId: string, changes: object = {}) =>
  touchpointEntrySchema.parse({ externalId, kind: "complaint", occurredAt: "2026-06-30T09:30", ...changes });
const riskOnList = async (externalId: string) => {
  const { items } = await listCustomers(admin, { sort: "-risk", stage: "all", limit: 50 });
  return items.find((item) => item.externalId === externalId)!;
};
const audit = async () => {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ action: string; subject: string; actor_name: string }>(
      "SELECT action, subject, actor_name FROM audit_entry WHERE organisation_id = $1 ORDER BY id",
      [organisationId],
    ),
  );
  return rows;
};

describe("a touchpoint by hand", () => {
  it("raises the risk on page and leaderboard at once, and taken back leaves it as it was", async () => {
    const before = (await riskOnList("mine")).probability;
    const entryId = await addTouchpoint(manager, touchpoint("mine", { note: "Third late delivery", value: "2" }));
    expect((await riskOnList("mine")).probability).toBeGreaterThan(before);
    const [entry] = await listEntries(manager, "mine", null);
    expect(entry).toMatchObject({
      id: entryId,
      type: "touchpoint",
      kindLabel: "Complaint",
      note: "Third late delivery",
    });
    // Half past nine in Copenhagen in summer.
    expect(entry?.happenedAtMs).toBe(Date.parse("2026-06-30T07:30:00Z"));
    expect((await readCustomer(admin, "mine")).touchpointCount).toBe(2);
    await removeEntry(manager, { externalId: "mine", entryId });
    expect((await riskOnList("mine")).probability).toBeCloseTo(before, 12);
    expect(await listEntries(manager, "mine", null)).toEqual([]);
    expect((await audit()).slice(-2)).toEqual([
      { action: "customers.touchpoint-written", subject: "customer:mine", actor_name: "Olga" },
      { action: "customers.touchpoint-taken-back", subject: "customer:mine", actor_name: "Olga" },
    ]);
  });

  it.each([
    ["in the future", { occurredAt: "2026-06-30T15:00" }, "in-the-future"],
    ["in an hour that the clocks skip", { occurredAt: "2026-03-29T02:30" }, "no-such-time"],
    ["of an unknown kind", { kind: "no-such-kind" }, "unknown-kind"],
  ])("is refused %s", async (_name, changes, code) => {
    await expect(addTouchpoint(manager, touchpoint("mine", changes))).rejects.toMatchObject({
      code: "unprocessable",
      issues: [{ code }],
    });
  });

  it.each([{ occurredAt: "yesterday" }, { occurredAt: "2026-02-30T25:00" }, { value: "many" }, { note: "\u0000" }])(
    "is not even read with %j",
    (changes) => {
      const input = { externalId: "mine", kind: "complaint", occurredAt: "2026-06-30T09:30", ...changes };
      expect(touchpointEntrySchema.safeParse(input).success).toBe(false);
    },
  );
});

describe("a note", () => {
  it("keeps its lines and changes no score", async () => {
    const before = await riskOnList("mine");
    const note = noteEntrySchema.parse({ externalId: "mine", note: "First line\r\nשורה שנייה  " });
    const entryId = await addNote(manager, note);
    expect(await listEntries(viewer, "mine", null)).toMatchObject([
      { id: entryId, type: "note", note: "First line\nשורה שנייה", author: "Olga", mayRemove: false },
    ]);
    expect(await riskOnList("mine")).toEqual(before);
    expect(await listEntries(admin, "mine", Date.parse("2026-06-01T00:00:00Z"))).toEqual([]);
    await removeEntry(admin, { externalId: "mine", entryId });
  });
});

describe("an outcome by hand", () => {
  const outcome = (changes: object = {}) =>
    outcomeEntrySchema.parse({ externalId: "mine", type: "break-up", occurredOn: "2026-06-29", ...changes });

  it("ends the relationship at once, and taken back does not", async () => {
    const entryId = await addOutcome(manager, outcome({ reasons: "price, new owner , price", avoidable: "no" }));
    expect(await readCustomer(admin, "mine")).toMatchObject({ stage: "departed" });
    expect(await riskOnList("mine")).toMatchObject({ stage: "departed" });
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query("SELECT reasons, avoidable FROM outcome WHERE organisation_id = $1", [organisationId]),
    );
    expect(rows).toEqual([{ reasons: ["price", "new owner"], avoidable: false }]);
    await expect(addOutcome(manager, outcome())).rejects.toMatchObject({ issues: [{ code: "already-recorded" }] });
    await removeEntry(manager, { externalId: "mine", entryId });
    expect((await readCustomer(admin, "mine")).stage).not.toBe("departed");
  });

  it("is refused in the future", async () => {
    await expect(addOutcome(manager, outcome({ occurredOn: "2026-07-01" }))).rejects.toMatchObject({
      issues: [{ code: "in-the-future" }],
    });
  });
});

describe("who may", () => {
  it("a manager reaches the own book alone", async () => {
    for (const attempt of [
      () => addTouchpoint(manager, touchpoint("theirs")),
      () => addNote(manager, { externalId: "theirs", note: "x" }),
      () => listEntries(manager, "theirs", null),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it("only the author or an admin takes back, and only once", async () => {
    const byAdmin = await addNote(admin, { externalId: "mine", note: "from above" });
    const byManager = await addNote(manager, { externalId: "mine", note: "from below" });
    await expect(removeEntry(manager, { externalId: "mine", entryId: byAdmin })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(removeEntry(viewer, { externalId: "mine", entryId: byManager })).rejects.toMatchObject({
      code: "forbidden",
    });
    await removeEntry(admin, { externalId: "mine", entryId: byManager });
    await expect(removeEntry(manager, { externalId: "mine", entryId: byManager })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(removeEntry(admin, { externalId: "theirs", entryId: byAdmin })).rejects.toMatchObject({
      code: "not-found",
    });
    await removeEntry(admin, { externalId: "mine", entryId: byAdmin });
  });
});
