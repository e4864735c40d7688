import { describe, expect, it } from "vitest";
import { CATEGORIES } from "@/lib/kinds/categories";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { DAY_MS } from "@/lib/scoring/day";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { CustomerFacts, ScoringKind, TouchpointColumns } from "@/lib/scoring/types";
import { each, facts, type Happening, inDays, NOW_MS } from "./support/journey";

const KINDS: readonly ScoringKind[] = DEFAULT_KINDS.map((kind, at) => ({ ...kind, id: at + 1 }));
const scorer = compileScorer({
  kinds: KINDS,
  ...DEFAULT_RULE_SET,
  model: { intercept: Math.log(1 / 9), weights: new Map() },
  horizonDays: 90,
});

function touchpointsOf(happenings: readonly Happening[]): TouchpointColumns {
  const ordered = [...happenings].sort((a, b) => b.daysAgo - a.daysAgo);
  return {
    length: ordered.length,
    occurredAtMs: Float64Array.from(ordered, ({ daysAgo }) => NOW_MS - daysAgo * DAY_MS),
    kindId: Uint16Array.from(ordered, ({ kind }) => {
      const found = KINDS.find(({ key }) => key === kind);
      if (found === undefined) throw new Error(`There is no default kind "${kind}".`);
      return found.id;
    }),
    value: Float64Array.from(ordered, ({ value }) => value ?? Number.NaN),
    sentiment: Float64Array.from(ordered, ({ sentiment }) => sentiment ?? Number.NaN),
  };
}

function scoreOf(happenings: readonly Happening[], known: CustomerFacts = settled) {
  return scorer.scoreAt(touchpointsOf(happenings), known, NOW_MS);
}

function pointsOf(ruleKey: string, happenings: readonly Happening[], known?: CustomerFacts): number {
  return scoreOf(happenings, known).reasons.find((reason) => reason.ruleKey === ruleKey)?.points ?? 0;
}

function every(kind: string, stepDays: number, fromDaysAgo: number, toDaysAgo: number): readonly Happening[] {
  const count = Math.floor((fromDaysAgo - toDaysAgo) / stepDays) + 1;
  return each(kind, ...Array.from({ length: count }, (_, at) => fromDaysAgo - at * stepDays));
}

/** Three years a customer, renewal far away. */
const settled = facts({ startedOnMs: inDays(-1_100), renewsOnMs: inDays(200) });
/** Uses the product every third day, is called every month. */
const routine = [...every("usage-session", 3, 400, 1), ...every("call", 30, 400, 10)];

describe("the default kinds", () => {
  it("have distinct keys in kebab case", () => {
    const keys = DEFAULT_KINDS.map((kind) => kind.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("cover every category", () => {
    expect([...new Set(DEFAULT_KINDS.map((kind) => kind.category))].sort()).toEqual([...CATEGORIES].sort());
  });

  it("fade within a year and not within a week", () => {
    for (const { halfLifeDays } of DEFAULT_KINDS) {
      expect(halfLifeDays).toBeGreaterThanOrEqual(7);
      expect(halfLifeDays).toBeLessThanOrEqual(365);
    }
  });
});

describe("the default rules", () => {
  it("have labels, known groups, and points between 3 and 35", () => {
    for (const { label, effect } of DEFAULT_RULE_SET.rules) {
      expect(label).not.toBe("");
      const points = effect.type === "step" ? effect.thresholds.map((threshold) => threshold.points) : [effect.points];
      const amounts = points.filter((one) => one !== 0).map(Math.abs);
      expect(Math.min(...amounts)).toBeGreaterThanOrEqual(3);
      expect(Math.max(...amounts)).toBeLessThanOrEqual(35);
    }
  });

  it("use most types of signals", () => {
    const types = new Set(DEFAULT_RULE_SET.rules.map((rule) => rule.signal?.type));
    expect(types.size).toBeGreaterThanOrEqual(10);
  });

  it("look at most of the default kinds", () => {
    const named = new Set(
      DEFAULT_RULE_SET.rules.flatMap(({ signal }) =>
        signal === undefined
          ? []
          : signalTypeOf(signal)!
              .filters(signal as never)
              .flatMap(([, filter]) => filter.kinds ?? []),
      ),
    );
    expect(named.size).toBeGreaterThan(45);
  });

  it("leave a customer in routine below the base rate of 10%", () => {
    const { probability, evidence } = scoreOf(routine);
    expect(probability).toBeLessThan(0.11);
    expect(probability).toBeGreaterThan(0.03);
    expect(evidence).toBe("ok");
  });

  it("see a customer who grows and speaks well of us as safe", () => {
    const flourishing = [
      ...routine,
      ...each("praise", 5, 40),
      ...each("referral", 30),
      ...each("feature-adopted", 20, 60),
    ];
    expect(scoreOf(flourishing).probability).toBeLessThan(0.06);
  });

  it("see a sour customer as likely to leave, but not as certain", () => {
    const sour = [
      ...every("usage-session", 3, 400, 40),
      ...each("complaint", 50, 20, 6),
      ...each("promise-broken", 25),
      ...each("new-decision-maker", 30),
      { kind: "nps-response", daysAgo: 15, value: 2 },
    ];
    const { probability } = scoreOf(sour, facts({ startedOnMs: inDays(-500), renewsOnMs: inDays(40) }));
    expect(probability).toBeGreaterThan(0.75);
    expect(probability).toBeLessThan(0.999);
  });

  it("see what a culmination of complaints does, and that it fades when nothing follows", () => {
    expect(pointsOf("complaints-piling-up", [...routine, ...each("complaint", 5)])).toBeCloseTo(8, 9);
    expect(pointsOf("complaints-piling-up", [...routine, ...each("complaint", 30, 5)])).toBeCloseTo(18, 9);
    const culmination = [...routine, ...each("complaint", 40, 20, 5)];
    const group = pointsOf("complaints-piling-up", culmination) + pointsOf("complaint-unresolved", culmination);
    expect(group).toBeCloseTo(50, 9);
    expect(pointsOf("complaints-piling-up", [...routine, ...each("complaint", 140, 120, 105)])).toBe(0);
  });

  it("count a complaint for less once it is resolved, and for less still when that was soon", () => {
    const open = scoreOf([...routine, ...each("complaint", 30)]).logOdds;
    const late = scoreOf([...routine, ...each("complaint", 30), ...each("complaint-resolved", 5)]).logOdds;
    const soon = scoreOf([...routine, ...each("complaint", 30), ...each("complaint-resolved", 25)]).logOdds;
    expect(late).toBeLessThan(open);
    expect(soon).toBeLessThan(late);
  });

  it.each([
    "competitor-price",
    "new-competitor",
    "merger-acquisition",
    "new-decision-maker",
    "new-management",
    "layoffs",
    "price-increase",
    "price-relief-request",
    "unoffered-service-request",
    "champion-left",
    "budget-cut",
  ])("see %s as a wandering eye that fades", (kind) => {
    const calm = scoreOf(routine).logOdds;
    const fresh = scoreOf([...routine, ...each(kind, 1)]).logOdds;
    const faded = scoreOf([...routine, ...each(kind, 300)]).logOdds;
    expect(fresh).toBeGreaterThan(calm + 0.3);
    expect(faded).toBeLessThan(fresh - 0.2);
    expect(faded).toBeGreaterThanOrEqual(calm);
  });

  it("see repeated service failures", () => {
    expect(pointsOf("repeated-service-failures", [...routine, ...each("service-failure", 60, 30, 5)])).toBeCloseTo(
      26,
      9,
    );
  });

  it("hear silence, measured by the customer's own rhythm", () => {
    const frequent = every("call", 7, 400, 40);
    const rare = every("call", 60, 400, 40);
    expect(pointsOf("silence", frequent)).toBeGreaterThan(10);
    expect(pointsOf("silence", rare)).toBeLessThan(2);
    expect(pointsOf("silence", routine)).toBe(0);
  });

  it("see use fall and rise", () => {
    const falling = [...every("usage-session", 2, 400, 32), ...every("usage-session", 15, 30, 1)];
    expect(pointsOf("falling-usage", falling)).toBeGreaterThan(12);
    const rising = [...every("usage-session", 8, 400, 32), ...every("usage-session", 2, 30, 1)];
    expect(pointsOf("rising-usage", rising)).toBeLessThan(-5);
    expect(pointsOf("falling-usage", rising)).toBe(0);
  });

  it("see purchases stay away", () => {
    const stayedAway = every("purchase", 20, 500, 90);
    expect(pointsOf("purchase-overdue", stayedAway)).toBeGreaterThan(8);
    expect(pointsOf("falling-purchases", stayedAway)).toBeGreaterThan(8);
    const loyal = every("purchase", 20, 500, 10);
    expect(pointsOf("purchase-overdue", loyal)).toBe(0);
    expect(pointsOf("rare-purchases", loyal)).toBeLessThan(0);
  });

  it("read bad and good feedback", () => {
    const answered = (value: number) => [...routine, { kind: "nps-response", daysAgo: 30, value }];
    expect(pointsOf("low-nps", answered(2))).toBeCloseTo(24, 9);
    expect(pointsOf("low-nps", answered(8))).toBe(0);
    expect(pointsOf("low-nps", answered(10))).toBeCloseTo(-12, 9);
  });

  it("know where the renewal stands", () => {
    const renewing = (days: number) => pointsOf("renewal-near", routine, { ...settled, renewsOnMs: inDays(days) });
    expect([200, 80, 45, 10, -10, -60].map(renewing)).toEqual([
      0,
      expect.closeTo(3, 9),
      expect.closeTo(7, 9),
      expect.closeTo(12, 9),
      expect.closeTo(14, 9),
      0,
    ]);
    expect(pointsOf("renewal-signed", [...routine, ...each("renewal-signed", 2)])).toBeLessThan(-20);
  });

  it("do not count a near renewal for whoever has just signed one", () => {
    const near = { ...settled, renewsOnMs: inDays(10) };
    const signed = (daysAgo: number) =>
      pointsOf("renewal-near", [...routine, ...each("renewal-signed", daysAgo)], near);
    expect(signed(90)).toBe(0);
    expect(signed(91)).toBeCloseTo(12, 9);
  });

  it("notice that nobody talks before a renewal", () => {
    const used = every("usage-session", 3, 400, 1);
    const quiet = (daysAgo: number, renewsInDays: number) =>
      pointsOf("quiet-before-renewal", [...used, ...each("call", daysAgo)], {
        ...settled,
        renewsOnMs: inDays(renewsInDays),
      });
    expect([quiet(45, 60), quiet(45, 0), quiet(300, 30)]).toEqual([8, 8, 8].map((points) => expect.closeTo(points, 9)));
    expect([quiet(44, 60), quiet(45, 61), quiet(45, -1)]).toEqual([0, 0, 0]);
  });

  it("forget a notice once a renewal is signed", () => {
    expect(pointsOf("notice-given", [...routine, ...each("contract-notice", 30)])).toBeCloseTo(35, 9);
    expect(pointsOf("notice-given", [...routine, ...each("contract-notice", 30), ...each("renewal-signed", 3)])).toBe(
      0,
    );
  });

  it("let goodwill lower the risk, up to its cap", () => {
    const good = ["praise", "referral", "promise-kept", "goal-reached", "apology", "check-in"];
    const calm = scoreOf(routine).logOdds;
    for (const kind of good) expect(scoreOf([...routine, ...each(kind, 5)]).logOdds).toBeLessThan(calm);
    const everything = [...routine, ...good.flatMap((kind) => each(kind, 5, 10, 15))];
    const goodwill = scoreOf(everything)
      .reasons.filter(({ ruleKey }) => DEFAULT_RULE_SET.rules.find(({ key }) => key === ruleKey)?.group === "goodwill")
      .reduce((sum, reason) => sum + reason.points, 0);
    expect(goodwill).toBeCloseTo(-45, 9);
  });

  it("say that a customer without touchpoints is hardly known", () => {
    const { evidence, reasons } = scoreOf([], facts());
    expect(evidence).toBe("thin");
    expect(reasons).toEqual([]);
  });
});
