import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { listCustomers } from "@/lib/customers/list-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { addJudgement } from "@/lib/judgements/add-judgement";
import { listDisagreements } from "@/lib/judgements/list-disagreements";
import { listJudgements } from "@/lib/judgements/list-judgements";
import { withdrawJudgement } from "@/lib/judgements/withdraw-judgement";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { judgementForm } from "@/lib/schemas/judgement";
import { scoreAll } from "@/lib/scores/score-all";
import { readSettings } from "@/lib/settings/read-settings";
import { saveSettings } from "@/lib/settings/save-settings";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW = "2026-06-30T12:00:00Z";
let organisationId: number;
let admin: Member;
let manager: Member;
let viewer: Member;

beforeAll(async () => {
  const made = await createOrganisation({
    name: "Judging",
    admin: { name: "Olga Owner", email: "judging@example.com", password: "a long password" },
    settings: { clock: NOW, timeZone: "Europe/Copenhagen", bands: { watch: 0.2, atRisk: 0.3, critical: 0.5 } },
  });
  organisationId = made.organisationId;
  const person = { ...systemMember(organisationId), actor: "member" as const };
  admin = makeMember({ ...person, id: made.admin!.id! + 1, name: "Ada Admin", role: "admin" });
  manager = makeMember({ ...person, id: made.admin!.id!, name: "Olga", role: "manager", managerScope: "own-book" });
  viewer = makeMember({ ...person, id: made.admin!.id! + 2, name: "Vera", role: "viewer" });
  const calls = ["2026-05-01", "2026-05-20", "2026-06-10"].map((day) => ({
    kind: "call",
    occurredAt: `${day}T00:00Z`,
  }));
  for (const externalId of ["mine", "calm", "again"]) {
    await makeCustomerWithTouchpoints(organisationId, { externalId, ownerId: manager.id!, mrrMinor: 10_000 }, calls);
  }
  await makeCustomerWithTouchpoints(organisationId, { externalId: "theirs" }, calls);
  await makeCustomerWithTouchpoints(organisationId, { externalId: "left", ownerId: manager.id! }, calls);
  await withTenantClient(organisationId, (client) =>
    client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on, reasons)
       SELECT organisation_id, id, 'break-up', '2026-06-20', '{}' FROM customer WHERE external_id = 'left'`,
    ),
  );
  await scoreAll(organisationId);
  await makeCustomerWithTouchpoints(organisationId, { externalId: "unscored", ownerId: manager.id! });
});

const critical = {
  externalId: "mine",
  band: "critical",
  reason: "The new CFO wants out",
  expiresOn: "2026-07-31",
} as const;
const list = (member: Member, query: object = {}) =>
  listCustomers(member, { sort: "-risk", stage: "all", limit: 50, ...query });
const rowOf = async (externalId: string) => (await list(admin)).items.find((item) => item.externalId === externalId)!;
const stored = async () => {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query("SELECT to_jsonb(j) AS row FROM judgement j WHERE organisation_id = $1 ORDER BY id", [organisationId]),
  );
  return rows.map(({ row }) => row);
};

describe("a judgement", () => {
  it("stands beside the computed score on list and page, and changes nothing of it", async () => {
    const before = await rowOf("mine");
    expect(before.judgement).toBeUndefined();
    const id = await addJudgement(manager, critical);
    const { judgement, ...after } = await rowOf("mine");
    expect(after).toEqual(before);
    expect(judgement).toEqual({
      said: { band: "critical", probability: null },
      author: "Olga",
      reason: "The new CFO wants out",
      // The end of 31 July in Copenhagen.
      expiresAtMs: Date.parse("2026-07-31T21:59:59.999Z"),
      disagrees: true,
    });
    expect(await listJudgements(viewer, "mine", null)).toMatchObject([
      {
        id,
        type: "override",
        said: { band: "critical", probability: null },
        modelSaid: { band: before.band, probability: before.probability },
        state: "standing",
        madeAtMs: Date.parse(NOW),
        mayWithdraw: false,
      },
    ]);
  });

  it("is found by the filter and in the queue while it disagrees, and not elsewhere", async () => {
    await addJudgement(manager, { ...critical, externalId: "calm", band: (await rowOf("calm")).band });
    for (const member of [admin, manager, viewer]) {
      const found = await list(member, { judgement: "disagrees" });
      expect(found.items.map(({ externalId }) => externalId)).toEqual(["mine"]);
      const queue = await listDisagreements(member);
      expect(queue).toMatchObject({ total: 1, items: [{ externalId: "mine", person: { band: "critical" } }] });
      expect(queue.items[0]?.model.probability).toBe((await rowOf("mine")).probability);
    }
  });

  it("goes by the thresholds of now, before anybody is scored anew", async () => {
    const found = async () => (await list(admin, { judgement: "disagrees" })).items.map(({ externalId }) => externalId);
    const { bands } = await readSettings(admin);
    try {
      await saveSettings(admin, { bands: { watch: 0.01, atRisk: 0.02, critical: 0.03 } });
      expect((await rowOf("mine")).judgement).toMatchObject({ said: { band: "critical" }, disagrees: false });
      expect(await found()).not.toContain("mine");
      expect((await rowOf("calm")).judgement?.disagrees).toBe(true);
      expect((await listDisagreements(admin)).items.map((item) => [item.externalId, item.model.band])).toEqual([
        ["calm", "critical"],
      ]);
    } finally {
      await saveSettings(admin, { bands });
    }
  });

  it("disagrees by number from 20 points on, within a band as well", async () => {
    const { probability, band } = await rowOf("again");
    const twiceTheOdds = (2 * probability) / (1 + probability);
    const saying = async (said: number) => {
      await addJudgement(manager, { externalId: "again", probability: said, reason: "x", expiresOn: "2026-07-31" });
      const { items } = await list(admin, { judgement: "disagrees" });
      const row = await rowOf("again");
      expect(items.some(({ externalId }) => externalId === "again")).toBe(row.judgement?.disagrees);
      return row.judgement;
    };
    expect(await saying(twiceTheOdds + 1e-6)).toMatchObject({ disagrees: true, said: { band } });
    expect(await saying(twiceTheOdds - 1e-6)).toMatchObject({ disagrees: false, said: { band } });
  });

  it("is replaced by the next one, ended by its own withdrawal, and never changed or deleted", async () => {
    const before = await stored();
    const [first] = await listJudgements(manager, "mine", null);
    const second = await addJudgement(admin, {
      externalId: "mine",
      probability: 0.4,
      reason: "Calmer",
      expiresOn: "2026-07-02",
    });
    expect((await rowOf("mine")).judgement).toMatchObject({ said: { probability: 0.4 }, author: "Ada Admin" });
    await withdrawJudgement(admin, { externalId: "mine", judgementId: second });
    expect((await rowOf("mine")).judgement).toBeUndefined();
    expect((await listJudgements(admin, "mine", null)).map(({ id, state }) => [id, state])).toEqual([
      [second, "withdrawn"],
      [first?.id, "replaced"],
    ]);
    const after = await stored();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ type }) => type)).toEqual(["override", "withdrawal"]);
    await expect(withdrawJudgement(admin, { externalId: "mine", judgementId: second })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("expires with the organisation's clock, and stands again in the past", async () => {
    await addJudgement(manager, { ...critical, expiresOn: "2026-07-05" });
    const standing = async () => (await rowOf("mine")).judgement !== undefined;
    try {
      await saveSettings(admin, { clock: "2026-07-05T21:59:59Z" });
      expect(await standing()).toBe(true);
      await saveSettings(admin, { clock: "2026-07-05T22:00:00Z" });
      expect(await standing()).toBe(false);
      expect((await list(admin, { judgement: "disagrees" })).items).toEqual([]);
      expect((await listJudgements(admin, "mine", null))[0]).toMatchObject({ state: "expired" });
      expect((await listJudgements(admin, "mine", Date.parse("2026-07-01T00:00:00Z")))[0]).toMatchObject({
        state: "standing",
        mayWithdraw: false,
      });
      expect(await listJudgements(admin, "mine", Date.parse("2026-06-01T00:00:00Z"))).toEqual([]);
    } finally {
      await saveSettings(admin, { clock: NOW });
    }
  });

  it("can be a comment, which stands beside an override and disagrees with nothing", async () => {
    const { externalId, reason, expiresOn } = critical;
    const before = (await rowOf("mine")).judgement;
    const id = await addJudgement(manager, { externalId, reason, expiresOn });
    expect((await rowOf("mine")).judgement).toEqual(before);
    expect((await listJudgements(manager, "mine", null))[0]).toMatchObject({ id, type: "comment", said: null });
  });

  it("is audited with what was said", async () => {
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query(
        `SELECT action, actor_name, details FROM audit_entry
         WHERE organisation_id = $1 AND subject = 'customer:mine' ORDER BY id`,
        [organisationId],
      ),
    );
    expect(rows.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ["customers.risk-judged", "Olga"],
      ["customers.risk-judged", "Ada Admin"],
      ["customers.judgement-withdrawn", "Ada Admin"],
      ["customers.risk-judged", "Olga"],
      ["customers.risk-commented", "Olga"],
    ]);
    expect(rows[1].details).toMatchObject({ probability: 0.4, band: null, expiresOn: "2026-07-02" });
  });
});

describe("a judgement that cannot be", () => {
  it.each([
    ["has expired already", { expiresOn: "2026-06-29" }, "in-the-past"],
    ["stands for years", { expiresOn: "2027-07-15" }, "too-far-ahead"],
    ["is about a customer without a score", { externalId: "unscored" }, "not-scored"],
    ["is about one who has left", { externalId: "left" }, "departed"],
  ])("since it %s is refused", async (_name, changes, code) => {
    await expect(addJudgement(manager, { ...critical, ...changes })).rejects.toMatchObject({
      code: "unprocessable",
      issues: [{ code }],
    });
  });

  it.each([
    { says: "number", risk: "0" },
    { says: "number", risk: "100" },
    { says: "number", risk: "12.5" },
    { says: "number" },
    { says: "hopeless" },
    { reason: "   " },
    { reason: "\u0000" },
    { expiresOn: "2026-02-30" },
  ])("is not even read: %j", (changes) => {
    const form = { externalId: "mine", says: "critical", risk: "", reason: "x", expiresOn: "2026-07-31" };
    expect(judgementForm.safeParse(form).success).toBe(true);
    expect(judgementForm.safeParse({ ...form, ...changes }).success).toBe(false);
  });
});

describe("who may", () => {
  it("a manager judges and sees the own book alone", async () => {
    await addJudgement(admin, { ...critical, externalId: "theirs" });
    for (const attempt of [
      () => addJudgement(manager, { ...critical, externalId: "theirs" }),
      () => listJudgements(manager, "theirs", null),
      () => withdrawJudgement(manager, { externalId: "theirs", judgementId: 1 }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    const names = async (member: Member) => (await listDisagreements(member)).items.map(({ externalId }) => externalId);
    expect(await names(admin)).toContain("theirs");
    expect(await names(manager)).not.toContain("theirs");
    expect((await list(manager, { judgement: "disagrees" })).items.map(({ externalId }) => externalId)).not.toContain(
      "theirs",
    );
  });

  it("only the author or an admin takes back", async () => {
    const byAdmin = await addJudgement(admin, critical);
    const other = makeMember({ ...manager, id: manager.id! + 7, managerScope: "whole-organisation" });
    for (const member of [manager, viewer, other]) {
      await expect(withdrawJudgement(member, { externalId: "mine", judgementId: byAdmin })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const both = await Promise.allSettled([
      withdrawJudgement(admin, { externalId: "mine", judgementId: byAdmin }),
      withdrawJudgement(admin, { externalId: "mine", judgementId: byAdmin }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
