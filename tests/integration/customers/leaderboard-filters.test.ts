import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { countCustomers } from "@/lib/customers/count-customers";
import { listCustomers } from "@/lib/customers/list-customers";
import { summariseRisk } from "@/lib/customers/summarise-risk";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { customerListQuery } from "@/lib/schemas/customer-list";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { scoreAgain } from "@/tests/support/score-again";

const NOW = "2026-06-30T12:00:00Z";
const DAY_MS = 86_400_000;
const CUSTOMERS = 24;

let organisationId: number;
let admin: Member;
let olga: number;
const ids: number[] = [];

beforeAll(async () => {
  const made = await createOrganisation({
    name: "Filters",
    admin: { name: "Olga Owner", email: "olga@example.com", password: "a long password" },
    settings: { clock: NOW, currency: "EUR" },
  });
  organisationId = made.organisationId;
  admin = systemMember(organisationId);
  olga = made.admin!.id!;
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const kind = n % 2 === 0 ? "complaint" : "payment-failed";
    const touchpoints = Array.from({ length: n % 4 }, (_, at) => ({
      kind,
      occurredAt: new Date(Date.parse(NOW) - (2 + at * 4) * DAY_MS).toISOString(),
    }));
    const id = await makeCustomerWithTouchpoints(
      organisationId,
      {
        externalId: `c-${String(n).padStart(2, "0")}`,
        name: n % 3 === 0 ? `Al Nord ${n}` : `Balkan ${n}`,
        ownerId: n % 3 === 0 ? olga : undefined,
        mrrMinor: n % 5 === 0 ? undefined : n * 10_000,
        renewsOn: n % 4 === 0 ? undefined : new Date(Date.parse(NOW) + n * 5 * DAY_MS).toISOString().slice(0, 10),
        startedOn: "2024-01-01",
      },
      touchpoints,
    );
    ids.push(id);
  }
  await withTenantClient(organisationId, async (client) => {
    await client.query(
      `UPDATE customer SET traits = jsonb_build_object('plan', CASE WHEN id % 2 = 0 THEN 'gold' ELSE 'free' END, 'seats', id % 3)
       WHERE organisation_id = $1`,
      [organisationId],
    );
    await client.query("UPDATE customer SET currency = 'USD' WHERE organisation_id = $1 AND id = $2", [
      organisationId,
      ids[8],
    ]);
    await client.query(
      "INSERT INTO customer_tag (organisation_id, tag, customer_id, added_by_name) SELECT $1, 'vip', unnest($2::int[]), 'Olga'",
      [organisationId, [ids[1], ids[2], ids[9]]],
    );
    await client.query(
      `INSERT INTO customer_snooze (organisation_id, customer_id, until, snoozed_by_name)
       VALUES ($1, $2, '2026-07-10', 'Olga'), ($1, $3, '2026-06-30', 'Olga')`,
      [organisationId, ids[3], ids[4]],
    );
    await client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on) VALUES ($1, $2, 'break-up', '2026-05-01')`,
      [organisationId, ids[6]],
    );
  });
  await scoreAll(organisationId);
});

const all = async () => (await listCustomers(admin, customerListQuery.parse({ limit: 100 }))).items;

async function found(filter: Record<string, string>): Promise<string[]> {
  const query = customerListQuery.parse({ ...filter, limit: 100 });
  const { items } = await listCustomers(admin, query);
  const { limit: _, cursor: __, ...counted } = query;
  expect(await countCustomers(admin, counted)).toEqual({ customers: items.length, capped: false });
  return items.map((item) => item.externalId).sort();
}

const numbered = (...numbers: number[]) => numbers.map((n) => `c-${String(n).padStart(2, "0")}`);
const where = (fits: (n: number) => boolean) =>
  numbered(...Array.from({ length: CUSTOMERS }, (_, n) => n).filter(fits));

describe("the leaderboard is filtered", () => {
  it("by the category of the reason that weighs most", async () => {
    const complaints = await found({ category: "complaint" });
    const payments = await found({ category: "payment" });
    expect(complaints.length).toBeGreaterThan(2);
    expect(payments.length).toBeGreaterThan(2);
    expect(complaints.every((id) => Number(id.slice(2)) % 2 === 0)).toBe(true);
    expect(payments.every((id) => Number(id.slice(2)) % 2 === 1)).toBe(true);
  });

  it("by the days to the renewal, the last one included", async () => {
    expect(await found({ renewsWithin: "25" })).toEqual(where((n) => n % 4 !== 0 && n * 5 <= 25));
  });

  it("by revenue in the organisation's currency", async () => {
    const known = (n: number) => n % 5 !== 0 && n !== 8;
    expect(await found({ mrrFrom: "700", mrrTo: "1200.00" })).toEqual(where((n) => known(n) && n >= 7 && n <= 12));
  });

  it("by what changed in seven days", async () => {
    const rows = await all();
    const idsOf = (fits: (change: number) => boolean) =>
      rows
        .filter((row) => fits(row.change7d))
        .map((row) => row.externalId)
        .sort();
    expect(await found({ change: "worse" })).toEqual(idsOf((change) => change >= 1));
    expect(await found({ change: "better" })).toEqual(idsOf((change) => change <= -1));
    expect(await found({ change: "any" })).toEqual(idsOf((change) => Math.abs(change) >= 1));
    expect((await found({ change: "worse" })).length).toBeGreaterThan(3);
  });

  it("by tag, by traits of any type, and by snooze", async () => {
    expect(await found({ tag: "vip" })).toEqual(numbered(1, 2, 9));
    expect(await found({ tag: "VIP" })).toEqual([]);
    const gold = ids.flatMap((id, n) => (id % 2 === 0 ? [n] : []));
    expect(await found({ traits: "plan=gold" })).toEqual(numbered(...gold));
    expect(await found({ traits: "plan=gold&seats=1" })).toEqual(
      numbered(...gold.filter((n) => (ids[n] ?? 0) % 3 === 1)),
    );
    expect(await found({ snoozed: "only" })).toEqual(numbered(3));
    expect(await found({ snoozed: "hide" })).toEqual(where((n) => n !== 3));
  });

  it("by stage, band and several things together, departed ones by their own band", async () => {
    const rows = await all();
    for (const stage of ["current", "departed", "wavering", "established"] as const) {
      for (const band of ["calm", "watch", "at-risk", "critical"] as const) {
        const expected = rows.filter(
          (row) => row.band === band && (stage === "current" ? row.stage !== "departed" : row.stage === stage),
        );
        expect(await found({ stage, band })).toEqual(expected.map((row) => row.externalId).sort());
      }
    }
    expect(await found({ stage: "departed" })).toEqual(numbered(6));
    expect(await found({ owner: "olga@example.com", category: "complaint", q: "nord" })).toEqual(
      (await found({ category: "complaint" })).filter((id) => Number(id.slice(2)) % 3 === 0),
    );
  });

  it("by a short text only where a word begins", async () => {
    expect(await found({ q: "al" })).toEqual(where((n) => n % 3 === 0));
    expect(await found({ q: "alk" })).toEqual(where((n) => n % 3 !== 0));
    expect(await found({ q: "07" })).toEqual(numbered(7));
  });

  it("by nobody's book for whoever has none", async () => {
    expect(await found({ owner: "me" })).toEqual([]);
  });
});

describe("the figures above the leaderboard", () => {
  async function expectTrue(): Promise<void> {
    const rows = await all();
    const current = rows.filter((row) => row.stage !== "departed");
    const summary = await summariseRisk(admin);
    expect(summary.customers).toBe(current.length);
    expect(summary.departed).toBe(rows.length - current.length);
    for (const band of ["calm", "watch", "at-risk", "critical"] as const) {
      expect(summary.byBand[band]).toBe(current.filter((row) => row.band === band).length);
    }
    expect(summary.wavering).toBe(current.filter((row) => row.stage === "wavering").length);
    expect(summary.worsened7d).toBe(current.filter((row) => row.change7d >= 1).length);
    const own = current.filter((row) => row.currency === "EUR");
    expect(summary.valueAtRiskMinor).toBe(own.reduce((sum, row) => sum + (row.valueAtRiskMinor ?? 0), 0));
  }

  it("are true after a run, after scores of touched customers, and after customers changed hands", async () => {
    await expectTrue();
    await withTenantClient(organisationId, (client) =>
      client.query("DELETE FROM touchpoint WHERE organisation_id = $1 AND customer_id = ANY ($2)", [
        organisationId,
        ids.slice(1, 8),
      ]),
    );
    await scoreAgain(organisationId, ids.slice(0, 10));
    await expectTrue();
    const before = await summariseRisk({ ...admin, id: olga, role: "manager", managerScope: "own-book" });
    await upsertCustomers(admin, [
      { externalId: "c-01", ownerEmail: "olga@example.com" },
      { externalId: "c-02", ownerEmail: "olga@example.com" },
      { externalId: "c-03", ownerEmail: null },
    ]);
    const after = await summariseRisk({ ...admin, id: olga, role: "manager", managerScope: "own-book" });
    expect(after.customers).toBe(before.customers + 1);
    expect(await found({ owner: String(olga) })).toEqual(where((n) => n !== 3 && (n % 3 === 0 || n === 1 || n === 2)));
    await expectTrue();
    await scoreAgain(organisationId, ids);
    await expectTrue();
  });
});
