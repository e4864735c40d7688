import { beforeAll, describe, expect, it } from "vitest";
import { GET as getJourney } from "@/app/api/v1/customers/[externalId]/journey/route";
import { GET as getLedger } from "@/app/api/v1/customers/[externalId]/ledger/route";
import { GET as getScore } from "@/app/api/v1/customers/[externalId]/score/route";
import { systemMember } from "@/lib/auth/system-member";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { saveKind } from "@/lib/kinds/save-kind";
import { scoreAll } from "@/lib/scores/score-all";
import { saveSettings } from "@/lib/settings/save-settings";
import { ingestTouchpoints } from "@/lib/touchpoints/ingest-touchpoints";
import { type Answer, call, faults, makeOrganisation, type TestOrganisation } from "./call-api";

const BEFORE = "2026-06-23T12:00:00Z";
const NOW = "2026-06-30T12:00:00Z";
const POINT = Math.LN2 / 20;

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Ledger", { clock: BEFORE });
  const member = systemMember(ours.organisationId);
  await upsertCustomers(member, [
    { externalId: "a", name: "Acme", renewsOn: "2027-06-01", traits: { plan: "basic" } },
    { externalId: "still", startedOn: "2020-01-01" },
  ]);
  await send("a", "2026-06-01T00:00:00Z", "2026-06-10T00:00:00Z");
  await scoreAll(ours.organisationId);
  await upsertCustomers(member, [{ externalId: "new" }]);
  await saveSettings(member, { clock: NOW });
  await send("a", "2026-06-20T00:00:00Z", "2026-06-28T00:00:00Z");
  await upsertCustomers(member, [{ externalId: "a", renewsOn: "2026-07-20", traits: { plan: "pro" } }]);
  await saveKind(member, { key: "complaint", label: "Grievance", category: "feedback", valence: -1, halfLifeDays: 20 });
  await scoreAll(ours.organisationId);
});

async function send(customerExternalId: string, ...days: readonly string[]): Promise<void> {
  const rows = days.map((occurredAt) => ({ customerExternalId, kind: "complaint", occurredAt }));
  const result = await ingestTouchpoints(systemMember(ours.organisationId), rows, {
    unknownCustomer: "reject",
    unknownKind: "reject",
  });
  expect(result.accepted).toBe(days.length);
}

const ask = (query = "", externalId = "a", key = ours.read) => call(getLedger, { key, params: { externalId }, query });

type Cause = Readonly<{ logOdds: number; points: number; reasons: readonly { logOdds: number }[] }>;

/** The causes of a change, once what they promise was checked: they add up, and so do the reasons of each. */
function causesOf(change: Answer["json"]): Record<"time" | "touchpoints" | "traits" | "configuration", number> {
  const causes: [string, Cause][] = Object.entries(change.causes);
  const total = causes.reduce((sum, [, cause]) => sum + cause.logOdds, change.unexplained.logOdds);
  expect(Math.abs(total - change.logOdds)).toBeLessThan(1e-9);
  for (const [, cause] of causes) {
    const reasons = cause.reasons.reduce((sum, reason) => sum + reason.logOdds, 0);
    expect(Math.abs(reasons - cause.logOdds)).toBeLessThan(1e-9);
    expect(cause.points).toBeCloseTo(cause.logOdds / POINT, 9);
  }
  return Object.fromEntries(causes.map(([name, cause]) => [name, cause.points])) as ReturnType<typeof causesOf>;
}

describe("GET …/ledger", () => {
  it("splits what lies between two recorded scores by cause, exactly", async () => {
    const { status, json } = await ask();
    expect(status).toBe(200);
    expect(json).toMatchObject({ externalId: "a", nextCursor: null });
    expect(json.items).toHaveLength(1);
    const [change] = json.items;
    const causes = causesOf(change);
    expect(change.from.asOf).toBe("2026-06-23T12:00:00.000Z");
    expect(change.to.asOf).toBe("2026-06-30T12:00:00.000Z");
    expect(change.logOdds).toBeCloseTo(change.to.logOdds - change.from.logOdds, 9);
    expect(Math.abs(change.unexplained.logOdds)).toBeLessThan(1e-9);
    expect(causes.touchpoints).toBeGreaterThan(0);
    expect(causes.traits).toBeGreaterThan(0);
    expect(causes.configuration).toBeLessThan(0);
  });

  it("names the touchpoints that came, and those that came late", async () => {
    const [change] = (await ask()).json.items;
    expect(change.causes.touchpoints.kinds).toMatchObject([
      {
        kind: "complaint",
        label: "Grievance",
        count: 2,
        late: 1,
        takenBack: false,
        touchpoints: [
          { id: expect.any(String), occurredAt: "2026-06-20T00:00:00.000Z" },
          { id: expect.any(String), occurredAt: "2026-06-28T00:00:00.000Z" },
        ],
      },
    ]);
    const [kind] = change.causes.touchpoints.kinds;
    expect(kind.logOdds).toBeCloseTo(change.causes.touchpoints.logOdds, 9);
  });

  it("names the facts and the parts of the configuration that changed", async () => {
    const { traits, configuration } = (await ask()).json.items[0].causes;
    expect(traits.facts).toEqual([
      { fact: "renews", name: "", before: "2027-06-01", after: "2026-07-20" },
      { fact: "trait", name: "plan", before: "basic", after: "pro" },
    ]);
    expect(configuration.changed).toEqual(["kinds"]);
  });

  it("sums up since a week ago, which ends at the score of now", async () => {
    const [{ json }, score] = await Promise.all([
      ask(),
      call(getScore, { key: ours.read, params: { externalId: "a" } }),
    ]);
    expect(json.summary).toMatchObject({ basis: "recorded", from: { asOf: "2026-06-23T12:00:00.000Z" } });
    expect(json.summary.to.logOdds).toBeCloseTo(score.json.logOdds, 9);
    expect(causesOf(json.summary)).toEqual(causesOf(json.items[0]));
  });

  it("reckons a moment before the first score with all of today: nothing but time and touchpoints", async () => {
    const { json } = await ask("from=2026-06-15T00:00:00Z");
    expect(json.summary.basis).toBe("reconstructed");
    const causes = causesOf(json.summary);
    expect([causes.traits, causes.configuration]).toEqual([0, 0]);
    expect(json.summary.causes.touchpoints.kinds).toMatchObject([{ count: 2, late: 0 }]);
    const then = await call(getScore, {
      key: ours.read,
      params: { externalId: "a" },
      query: "asOf=2026-06-15T00:00:00Z",
    });
    expect(json.summary.from.logOdds).toBeCloseTo(then.json.logOdds, 9);
  });

  it("looks at any stretch, also one that ends in the past", async () => {
    const { json } = await ask("from=2026-06-20T12:00:00Z&to=2026-06-23T12:00:00Z");
    expect(json.items).toEqual([]);
    expect(json.summary.to).toMatchObject({ asOf: "2026-06-23T12:00:00.000Z", modelVersion: 1 });
    expect(json.summary.to.logOdds).toBeCloseTo((await ask()).json.items[0].from.logOdds, 9);
  });

  it("pages from the newest to the oldest without leaving one out", async () => {
    const { customer_id: customerId } = await withTenantClient(ours.organisationId, async (client) => {
      const { rows } = await client.query(
        `INSERT INTO score_history (organisation_id, customer_id, as_of, computed_at, probability, log_odds, intercept,
                                    model_version, rule_set_version, reasons)
         SELECT c.organisation_id, c.id, '2026-05-01'::timestamptz + n * interval '1 day', '2026-05-01'::timestamptz,
                0.1, n * -0.1, -3, 1, 1, '[]'
         FROM customer c, generate_series(1, 7) n WHERE c.organisation_id = $1 AND c.external_id = 'still'
         RETURNING customer_id`,
        [ours.organisationId],
      );
      return rows[0];
    });
    expect(customerId).toBeGreaterThan(0);
    const seen: string[] = [];
    let cursor = "";
    for (let page = 0; page < 10; page++) {
      const { json } = await ask(`limit=3${cursor && `&cursor=${cursor}`}`, "still");
      for (const change of json.items) {
        causesOf(change);
        seen.push(change.to.asOf);
      }
      if (json.nextCursor === null) break;
      cursor = json.nextCursor;
    }
    const all = (await ask("limit=50", "still")).json.items.map((change: Answer["json"]) => change.to.asOf);
    expect(all.length).toBeGreaterThanOrEqual(6);
    expect(seen).toEqual(all);
    expect(all).toEqual([...all].sort().reverse());
  });

  it("tells what today's data no longer explains of a recorded change", async () => {
    const { json } = await ask("to=2026-05-08T12:00:00Z&limit=1", "still");
    const [change] = json.items;
    expect(change.logOdds).toBeCloseTo(-0.1, 9);
    causesOf(change);
    expect(Math.abs(change.unexplained.logOdds)).toBeGreaterThan(0.01);
  });

  it("has neither a summary nor entries for a customer who was never scored", async () => {
    await upsertCustomers(systemMember(ours.organisationId), [{ externalId: "unscored" }]);
    const { status, json } = await ask("", "unscored");
    expect(status).toBe(200);
    expect(json).toEqual({ externalId: "unscored", summary: null, items: [], nextCursor: null });
  });

  it.each([
    "from=monday",
    "from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z",
    "from=2030-01-01T00:00:00Z",
    "limit=0",
    "limit=51",
    "cursor=x",
    "cursor=WzEsMl0x",
    "days=7",
  ])("refuses ?%s", async (query) => {
    expect((await ask(query)).status).toBe(400);
  });

  it("has its marks on the journey: when the configuration changed, and what distresses", async () => {
    const member = systemMember(ours.organisationId);
    await upsertCustomers(member, [{ externalId: "hurt" }]);
    const rows = [
      { customerExternalId: "hurt", kind: "contract-notice", occurredAt: "2026-06-20T00:00:00Z" },
      { customerExternalId: "hurt", kind: "email", occurredAt: "2026-06-25T00:00:00Z" },
    ];
    await ingestTouchpoints(member, rows, { unknownCustomer: "reject", unknownKind: "reject" });
    const read = (query: string) => call(getJourney, { key: ours.read, params: { externalId: "hurt" }, query });
    const { json } = await read("from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z");
    expect(json.configurationChanges).toEqual([
      { at: new Date(NOW).toISOString(), changed: ["kinds"], ruleSetVersion: 1, modelVersion: 1 },
    ]);
    expect(json.touchpoints).toMatchObject([
      { kindKey: "contract-notice", distress: true },
      { kindKey: "email", distress: false },
    ]);
    const before = (await read("from=2026-06-05T00:00:00Z&to=2026-06-15T00:00:00Z")).json;
    expect(before).toMatchObject({ configurationChanges: [], touchpoints: [] });
  });

  it("knows no customer of another organisation", async () => {
    const other = await makeOrganisation("Elsewhere");
    expect(faults(await ask("", "a", other.read)).status).toBe(404);
  });
});
