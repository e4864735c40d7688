import { describe, expect, it } from "vitest";
import { ConfigurationError } from "@/lib/scoring/configuration-error";
import { DAY_MS } from "@/lib/scoring/day";
import { probabilityOfNoPurchase } from "@/lib/scoring/learning/bg-nbd";
import type { ActiveDaysSpec, NoPurchaseSpec, SignalSpec, SumSpec } from "@/lib/scoring/signal-spec";
import { each, inDays, journey, NOW_MS } from "../support/journey";
import { rule, scorer } from "../support/rules";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const filter = { kinds: ["purchase"] };

function faultsOf(signal: SignalSpec): readonly string[] {
  try {
    scorer([rule({ signal })]);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe("no purchase within days", () => {
  const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  const spec: NoPurchaseSpec = { type: "no-purchase", filter, aheadDays: 90, ...parameters, unit: "probability" };
  const bought = (...daysAgo: readonly number[]) => journey(...each("purchase", ...daysAgo));

  it("is the probability of the model for the distinct days of purchase, in weeks", () => {
    const history = { repeats: 2, lastAt: 70 / 7, knownFor: 100 / 7 };
    const expected = probabilityOfNoPurchase(history, 90 / 7, parameters);
    expect(signalNow(spec, bought(100, 50, 30))).toBeCloseTo(expected, 14);
    expect(signalNow(spec, bought(100, 50, 49.9, 30, 30))).toBeCloseTo(expected, 14);
    expect(signalNow({ ...spec, unit: "log-odds" }, bought(100, 50, 30))).toBeCloseTo(
      Math.log(expected / (1 - expected)),
      12,
    );
  });

  it("is missing before the first purchase, and known from its instant", () => {
    expect(signalNow(spec, journey(...each("call", 5)))).toBeNaN();
    const values = signalValues(spec, bought(0), [inDays(-0.01), inDays(0)]);
    expect(values[0]).toBeNaN();
    expect(values[1]).toBeCloseTo(
      probabilityOfNoPurchase({ repeats: 0, lastAt: 0, knownFor: 0 }, 90 / 7, parameters),
      14,
    );
  });

  it("is the same at every instant of a day, and another on the next", () => {
    const midnightMs = NOW_MS - DAY_MS / 2;
    const instants = [midnightMs, NOW_MS, midnightMs + DAY_MS - 1, midnightMs + DAY_MS];
    const [first, noon, last, next] = signalValues(spec, bought(100, 50, 30), instants);
    expect([noon, last]).toEqual([first, first]);
    expect(next).toBeGreaterThan(first as number);
  });

  it("falls with a purchase and rises with the time after it", () => {
    const [before, after, later] = signalValues(spec, bought(200, 150, 100, 10), [-11, -10, 60].map(inDays));
    expect(after).toBeLessThan(before as number);
    expect(later).toBeGreaterThan(after as number);
  });

  it("is the more likely the shorter the time ahead", () => {
    expect(signalNow({ ...spec, aheadDays: 7 }, bought(100, 50))).toBeGreaterThan(signalNow(spec, bought(100, 50)));
  });

  it("keeps its log-odds finite for those who buy every day and those who have long left", () => {
    const daily = bought(...Array.from({ length: 400 }, (_, at) => at));
    const logOdds: NoPurchaseSpec = { ...spec, unit: "log-odds", r: 5, alpha: 1, aheadDays: 3_650 };
    expect(signalNow({ ...logOdds, a: 1e-9, b: 1e6 }, daily)).toBeCloseTo(Math.log(1e-12), 3);
    const longGone = bought(...Array.from({ length: 1_000 }, (_, at) => 3_000 + at));
    expect(signalNow(logOdds, longGone)).toBeCloseTo(-Math.log(1e-12), 3);
  });

  it("does not remember the customer before, and rests on the last purchase", () => {
    const scoring = scorer([rule({ signal: spec, effect: { type: "ramp", from: 0, to: 1, points: 100 } })]);
    const alone = scoring.logOddsAt(bought(40), journeyFacts, [NOW_MS])[0];
    scoring.logOddsAt(bought(300, 200, 100), journeyFacts, [NOW_MS]);
    expect(scoring.logOddsAt(bought(40), journeyFacts, [NOW_MS])[0]).toBe(alone);
    const story = signalStory(spec, bought(100, 40, 40));
    expect(story.weights).toEqual({ 1: 1, 2: 1 });
    expect(story.facts).toEqual({ percent: signalNow(spec, bought(100, 40)), aheadDays: 90 });
  });

  it.each(["r", "alpha", "a", "b"] as const)("names what is wrong with %s", (name) => {
    expect(faultsOf({ ...spec, [name]: 0 })).toEqual([`rules[0].signal.${name}: must be above 0, not 0`]);
    expect(faultsOf({ ...spec, [name]: 1e6 })).toEqual([]);
    expect(faultsOf({ ...spec, [name]: 1e9 })).toEqual([
      `rules[0].signal.${name}: must be at most 1000000, not 1000000000`,
    ]);
  });

  it("names a time ahead of no days, and a kind that is gone", () => {
    expect(faultsOf({ ...spec, aheadDays: 0 })).toEqual(["rules[0].signal.aheadDays: must be above 0, not 0"]);
    expect(faultsOf({ ...spec, filter: { kinds: ["x"] } })).toEqual([
      'rules[0].signal.filter.kinds[0]: there is no kind "x"',
    ]);
  });
});

const journeyFacts = { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map() };

describe("active days", () => {
  const spec: ActiveDaysSpec = { type: "active-days", filter, windowDays: 10 };

  it("are the days of the window with a touchpoint, however many", () => {
    expect(signalNow(spec, journey())).toBe(0);
    // NOW is noon: 0.4 days before is the same day, 0.6 days before is the day before.
    expect(signalNow(spec, journey(...each("purchase", 0, 0.4)))).toBe(1);
    expect(signalNow(spec, journey(...each("purchase", 0, 0.4, 0.6, 0.7)))).toBe(2);
    expect(signalNow(spec, journey(...each("purchase", 9.99, 10), ...each("call", 5)))).toBe(1);
  });

  it("weigh each day alike, shared by its touchpoints", () => {
    const story = signalStory(spec, journey(...each("purchase", 20, 3, 0.4, 0.3, 0.2, 0)));
    expect(story).toEqual({ facts: { count: 2, days: 10 }, weights: { 1: 1, 2: 0.25, 3: 0.25, 4: 0.25, 5: 0.25 } });
  });

  it("name a window of no days", () => {
    expect(faultsOf({ ...spec, windowDays: 0 })).toEqual(["rules[0].signal.windowDays: must be above 0, not 0"]);
  });
});

describe("a sum", () => {
  const spec: SumSpec = { type: "sum", filter, windowDays: 10 };
  const worth = (daysAgo: number, value: number) => ({ kind: "purchase", daysAgo, value });

  it("is that of the values given in the window, 0 without any", () => {
    expect(signalNow(spec, journey())).toBe(0);
    expect(signalNow(spec, journey(...each("purchase", 1)))).toBe(0);
    expect(signalNow(spec, journey(worth(10, 100), worth(9.99, 5), worth(1, -2), ...each("purchase", 1)))).toBe(3);
  });

  it("weighs touchpoints by the size of their values", () => {
    const touchpoints = journey(worth(12, 7), worth(9, 5), worth(3, -2), worth(2, 0), ...each("purchase", 1));
    expect(signalStory(spec, touchpoints)).toEqual({ facts: { amount: 3, days: 10 }, weights: { 1: 5, 2: 2 } });
  });

  it("names an endless window", () => {
    expect(faultsOf({ ...spec, windowDays: 3_651 })).toEqual([
      "rules[0].signal.windowDays: must be at most 3650, not 3651",
    ]);
  });
});
