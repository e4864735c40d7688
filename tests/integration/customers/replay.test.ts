import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { readCustomerPage } from "@/lib/customers/read-customer-page";
import { journeySearch } from "@/lib/schemas/journey-search";
import { readScore } from "@/lib/scores/read-score";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { makeOrganisation } from "../api/call-api";

const NOW = "2026-06-30T12:00:00Z";
let organisationId: number;

beforeAll(async () => {
  ({ organisationId } = await makeOrganisation("Replays", { clock: NOW }));
  await makeCustomerWithTouchpoints(
    organisationId,
    { externalId: "c1", startedOn: "2024-01-01" },
    ["2026-01-10", "2026-03-03", "2026-03-04", "2026-06-20"].map((day) => ({
      kind: "complaint",
      occurredAt: `${day}T10:00:00Z`,
    })),
  );
  await makeCustomerWithTouchpoints(
    organisationId,
    { externalId: "busy" },
    Array.from({ length: 6_000 }, (_, n) => ({
      kind: "call",
      occurredAt: new Date(Date.parse(NOW) - n * 3_600_000).toISOString(),
    })),
  );
  await makeCustomerWithTouchpoints(
    organisationId,
    { externalId: "loud" },
    Array.from({ length: 80 }, (_, n) => ({
      kind: "complaint",
      occurredAt: new Date(Date.parse(NOW) - n * 3_600_000).toISOString(),
    })),
  );
  await scoreAll(organisationId);
});

const open = (query: Record<string, string>, externalId = "c1") =>
  readCustomerPage(systemMember(organisationId), externalId, journeySearch.parse(query));

describe("a customer's page as it was", () => {
  it("knows nothing of what came later, and scores as the API does for that moment", async () => {
    const page = await open({ asOf: "2026-03-03" });
    expect(page.isReplay).toBe(true);
    expect(new Date(page.asOfMs).toISOString()).toBe("2026-03-03T23:59:59.999Z");
    expect(page.customer.touchpointCount).toBe(2);
    expect(page.journey.touchpoints).toHaveLength(2);
    const score = await readScore(systemMember(organisationId), "c1", page.asOfMs);
    expect(page.customer.score?.probability).toBeCloseTo(score.probability, 12);
    expect(page.journey.curve.every(({ atMs }) => atMs <= page.asOfMs)).toBe(true);
    expect(page.ledger.summary?.to.probability).toBeCloseTo(score.probability, 12);
  });

  it("is that of today for a day that is not over", async () => {
    const page = await open({ asOf: "2026-07-01" });
    expect(page).toMatchObject({ isReplay: false, asOfMs: Date.parse(NOW) });
    expect(page.customer.touchpointCount).toBe(4);
  });

  it("has no score before the customer was one", async () => {
    const page = await open({ asOf: "2020-01-01" });
    expect(page.customer).toMatchObject({ score: null, touchpointCount: 0, advice: [] });
    expect(page.ledger.summary).toBeNull();
  });
});

describe("the reasons of a score", () => {
  it("count every touchpoint behind them, listed or not, and give each its share", async () => {
    const { customer, asOfMs } = await open({}, "loud");
    const score = await readScore(systemMember(organisationId), "loud", asOfMs);
    const many = customer.score?.reasons.filter(({ further }) => further.count > 0) ?? [];
    expect(many.length).toBeGreaterThan(0);
    for (const { key, points, touchpoints, further } of many) {
      expect(touchpoints).toHaveLength(50);
      expect(50 + further.count).toBe(score.reasons.find((reason) => reason.key === key)?.touchpoints.length);
      expect(touchpoints.reduce((sum, share) => sum + share.points, further.points)).toBeCloseTo(points, 9);
    }
  });
});

describe("the journey at any zoom", () => {
  it("holds all of a stretch, however much that is", async () => {
    const { journey } = await open({ range: "all" }, "busy");
    expect(journey.touchpoints).toHaveLength(6_000);
    expect(journey.whole.counts.reduce((sum, count) => sum + count, 0)).toBe(6_000);
  });

  it("shows one day from its first to its last hour", async () => {
    const { journey } = await open({ from: "2026-05-05", to: "2026-05-05" }, "busy");
    expect(journey.touchpoints).toHaveLength(24);
    expect(journey.toMs - journey.fromMs).toBe(86_400_000 - 1);
  });

  it("falls back to a year for days in the wrong order or that are none", async () => {
    const year = (await open({}, "c1")).journey.fromMs;
    expect((await open({ from: "2026-05-06", to: "2026-05-05" })).journey.fromMs).toBe(year);
    expect((await open({ from: "2026-02-30", to: "2026-05-05" })).journey.fromMs).toBe(year);
  });
});
