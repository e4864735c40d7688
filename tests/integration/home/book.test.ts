import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { readCustomer } from "@/lib/customers/read-customer";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { readBook } from "@/lib/home/read-book";
import { readTrend } from "@/lib/home/read-trend";
import { addJudgement } from "@/lib/judgements/add-judgement";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

// Late in the evening in UTC: 1 July has begun in Auckland.
const NOW = "2026-06-30T20:00:00Z";
const DAY_MS = 86_400_000;
let organisationId: number;
let manager: Member;
let colleague: Member;

const complaints = (...days: string[]) => days.map((day) => ({ kind: "complaint", occurredAt: `${day}T00:00:00Z` }));

beforeAll(async () => {
  const made = await createOrganisation({
    name: "Mornings",
    admin: { name: "Olga Owner", email: "mornings@example.com", password: "a long password" },
    settings: { clock: NOW, timeZone: "Pacific/Auckland", bands: { watch: 0.02, atRisk: 0.1, critical: 0.9 } },
  });
  organisationId = made.organisationId;
  const id = made.admin!.id!;
  const person = { ...systemMember(organisationId), actor: "member" as const, role: "manager" as const };
  manager = makeMember({ ...person, id, name: "Olga", managerScope: "whole-organisation" });
  colleague = makeMember({ ...person, id: id + 1, name: "Cora", managerScope: "own-book" });
  const calm = [{ kind: "call", occurredAt: "2026-05-20T00:00:00Z" }];
  const mine = [
    ["today", "2026-07-01", calm],
    ["yesterday", "2026-06-30", calm],
    ["in-30", "2026-07-31", calm],
    ["in-31", "2026-08-01", calm],
    ["in-90", "2026-09-29", calm],
    ["in-91", "2026-09-30", calm],
    ["hurt", "2027-05-01", complaints("2026-06-27", "2026-06-28", "2026-06-29", "2026-06-30")],
    ["left", "2026-07-02", calm],
  ] as const;
  for (const [externalId, renewsOn, touchpoints] of mine) {
    const started = { startedOn: "2020-01-01", mrrMinor: 10_000, ownerId: id };
    await makeCustomerWithTouchpoints(organisationId, { externalId, renewsOn, ...started }, touchpoints);
  }
  const theirs = { externalId: "theirs", renewsOn: "2026-07-01", ownerId: id + 5 };
  await makeCustomerWithTouchpoints(organisationId, theirs, complaints("2026-06-29", "2026-06-30"));
  await withTenantClient(organisationId, (client) =>
    client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on, reasons)
       SELECT organisation_id, id, 'break-up', '2026-06-20', '{}' FROM customer WHERE external_id = 'left'`,
    ),
  );
  await scoreAll(organisationId, { asOfMs: Date.parse(NOW) - 8 * DAY_MS });
  await scoreAll(organisationId);
});

describe("a manager's book", () => {
  it("is the customers that the manager owns and that have not left, whatever else may be seen", async () => {
    const book = await readBook(manager);
    expect(book).toMatchObject({ ownerId: manager.id, customers: 7 });
    expect(await readBook(colleague)).toMatchObject({ customers: 0, wavering: { count: 0, rows: [] }, ending: [] });
    const names = [book.changes.rows, book.wavering.rows, book.renewals.rows]
      .flat()
      .map(({ externalId }) => externalId);
    expect(names).not.toContain("theirs");
    expect(names).not.toContain("left");
  });

  it("tells whose risk changed in a week, worst first, as the customer's page does", async () => {
    const { changes, since, hasYesterday } = await readBook(manager);
    expect({ since, hasYesterday }).toEqual({ since: "week", hasYesterday: false });
    expect(changes.rows[0]?.externalId).toBe("hurt");
    expect(changes.rows[0]?.change).toBeCloseTo((await readCustomer(manager, "hurt")).score!.change7d, 9);
    expect(changes.rows.every(({ change }) => Math.abs(change) >= 3)).toBe(true);
    expect(changes.worse + changes.better).toBeGreaterThanOrEqual(changes.rows.length);
  });

  it("tells whose changed since yesterday where a run of yesterday is there to compare with", async () => {
    const made = await createOrganisation({ name: "Nights", admin: null, settings: { clock: NOW } });
    const member = makeMember({ ...manager, organisationId: made.organisationId });
    const owner = { ownerId: member.id!, startedOn: "2020-01-01" };
    await makeCustomerWithTouchpoints(made.organisationId, { externalId: "hurt", ...owner }, complaints("2026-06-30"));
    await makeCustomerWithTouchpoints(
      made.organisationId,
      { externalId: "before", ...owner },
      complaints("2026-06-27"),
    );
    await scoreAll(made.organisationId, { asOfMs: Date.parse(NOW) - DAY_MS });
    const before = (await readCustomer(member, "hurt")).score!;
    await scoreAll(made.organisationId);
    const now = (await readCustomer(member, "hurt")).score!;
    const { changes, since, hasYesterday } = await readBook(member);
    expect({ since, hasYesterday }).toEqual({ since: "day", hasYesterday: true });
    expect(changes).toMatchObject({ rows: [{ externalId: "hurt" }], worse: 1, better: 0 });
    expect(changes.rows[0]?.change).toBeCloseTo(now.totalPoints - before.totalPoints, 6);
    const week = await readBook(member, "week");
    expect(week.since).toBe("week");
    expect(week.changes.rows.map(({ externalId }) => externalId).sort()).toEqual(["before", "hurt"]);
  });

  it("names who is wavering, with the day from which on and the time left to act", async () => {
    const { wavering } = await readBook(manager);
    const views = await Promise.all(wavering.rows.map(({ externalId }) => readCustomer(manager, externalId)));
    expect(wavering.count).toBeGreaterThan(0);
    expect(wavering.rows.map(({ externalId }) => externalId)).toContain("hurt");
    expect(views.map(({ stage }) => stage)).toEqual(views.map(() => "wavering"));
    expect(wavering.rows.map(({ stageSinceMs }) => new Date(stageSinceMs).toISOString())).toEqual(
      views.map(({ stageSince }) => stageSince),
    );
    expect(wavering.rows.map(({ timeLeft }) => timeLeft)).toEqual(views.map(({ timeLeft }) => timeLeft));
    expect(wavering.rows.find(({ externalId }) => externalId === "hurt")?.timeLeft?.until).toBe("horizon");
  });

  it("counts renewals within 30, 60 and 90 local days, today's included and yesterday's not", async () => {
    const { renewals } = await readBook(manager);
    expect(renewals.within.map(({ days, count }) => [days, count])).toEqual([
      [30, 2],
      [60, 3],
      [90, 4],
    ]);
    expect(renewals.rows.map(({ externalId }) => externalId)).toEqual(["today", "in-30", "in-31", "in-90"]);
  });

  it("names judgements that end within two weeks", async () => {
    expect((await readBook(manager)).ending).toEqual([]);
    await addJudgement(manager, { externalId: "in-30", band: "critical", reason: "Soon", expiresOn: "2026-07-13" });
    await addJudgement(manager, { externalId: "in-31", band: "critical", reason: "Later", expiresOn: "2026-07-16" });
    await addJudgement(manager, {
      externalId: "theirs",
      band: "critical",
      reason: "Not mine",
      expiresOn: "2026-07-02",
    });
    expect((await readBook(manager)).ending).toMatchObject([
      { externalId: "in-30", reason: "Soon", said: { band: "critical" } },
    ]);
  });
});

describe("the trend", () => {
  it("has the last run of each day, oldest first, with the customers who had not left", async () => {
    const runs = await readTrend(manager);
    expect(runs.map(({ asOfMs }) => asOfMs)).toEqual([8, 0].map((days) => Date.parse(NOW) - days * DAY_MS));
    for (const { counts } of runs) expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(8);
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query(
        "SELECT band, count(*)::int AS count FROM score WHERE organisation_id = $1 AND stage <> 'departed' GROUP BY band",
        [organisationId],
      ),
    );
    for (const { band, count } of rows) expect(runs.at(-1)?.counts).toHaveProperty([band], count);
  });
});
