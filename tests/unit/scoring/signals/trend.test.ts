import { describe, expect, it } from "vitest";
import type { TrendSpec } from "@/lib/scoring/signal-spec";
import { each, type Happening, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const trend: TrendSpec = {
  type: "trend",
  filter: { kinds: ["login"] },
  recentDays: 30,
  baselineDays: 90,
  shrinkage: 3,
  measure: "count",
};

/** A first touchpoint of another kind, long ago: the whole baseline lies within the recorded history. */
const longKnown: Happening = { kind: "call", daysAgo: 500 };

/** So many sign-ins, evenly spread strictly inside (fromDaysAgo, toDaysAgo). */
function logins(count: number, fromDaysAgo: number, toDaysAgo: number): readonly Happening[] {
  const width = (fromDaysAgo - toDaysAgo) / count;
  return each("login", ...Array.from({ length: count }, (_, at) => fromDaysAgo - width * (at + 0.5)));
}

describe("trend", () => {
  it.each([
    { what: "as before", recent: 10, baseline: 30, log2: 0 },
    // Common rate 40/120 a day; 3 more touchpoints are 9 more days of it on both sides.
    { what: "twice as often", recent: 20, baseline: 30, log2: Math.log2(23 / (30 + 7.2) / (33 / (90 + 7.2))) },
    { what: "half as often", recent: 5, baseline: 30, log2: Math.log2(8 / (30 + 360 / 35) / (33 / (90 + 360 / 35))) },
    { what: "no more", recent: 0, baseline: 30, log2: Math.log2(3 / (30 + 12) / (33 / (90 + 12))) },
    { what: "for the first time", recent: 4, baseline: 0, log2: Math.log2(7 / (30 + 90) / (3 / (90 + 90))) },
  ])("is $log2 when it happens $what", ({ recent, baseline, log2 }) => {
    const touchpoints = journey(longKnown, ...logins(baseline, 120, 30), ...logins(recent, 30, 0));
    expect(signalNow(trend, touchpoints)).toBeCloseTo(log2, 10);
  });

  it("is drawn to 0 when there is little to go by", () => {
    const few = signalNow(trend, journey(longKnown, ...logins(3, 120, 30)));
    const many = signalNow(trend, journey(longKnown, ...logins(300, 120, 30)));
    expect(few).toBeLessThan(0);
    expect(few).toBeGreaterThan(-1.2);
    expect(many).toBeLessThan(-4);
  });

  it("is missing without any of the touchpoints in both windows", () => {
    expect(signalNow(trend, journey(longKnown))).toBeNaN();
    expect(signalNow(trend, journey(longKnown, ...each("login", 121, 300)))).toBeNaN();
  });

  it("is missing while the history is too short for a baseline", () => {
    expect(signalNow(trend, journey(...logins(5, 20, 0)))).toBeNaN();
    expect(signalNow(trend, journey(...each("login", 59, 40, 10)))).toBeNaN();
    expect(signalNow(trend, journey(...each("login", 60, 40, 10)))).not.toBeNaN();
  });

  it("compares with the part of the baseline that lies within the history", () => {
    // 75 days of history: 45 days of baseline with one in three days, then 30 days with one in three days.
    const touchpoints = journey({ kind: "call", daysAgo: 75 }, ...logins(15, 75, 30), ...logins(10, 30, 0));
    expect(signalNow(trend, touchpoints)).toBeCloseTo(0, 10);
  });

  it("accepts a whole baseline that is shorter than the recent window", () => {
    const spec: TrendSpec = { ...trend, baselineDays: 10 };
    expect(signalNow(spec, journey({ kind: "call", daysAgo: 39 }, ...logins(6, 30, 0)))).toBeNaN();
    expect(signalNow(spec, journey({ kind: "call", daysAgo: 40 }, ...logins(6, 30, 0)))).toBeGreaterThan(0);
  });

  it("puts each edge on the right side", () => {
    const spec: TrendSpec = { ...trend, shrinkage: 1 };
    const onTheEdge = signalNow(spec, journey(longKnown, ...each("login", 30)));
    const justBefore = signalNow(spec, journey(longKnown, ...each("login", 31)));
    const justAfter = signalNow(spec, journey(longKnown, ...each("login", 29)));
    expect(onTheEdge).toBeCloseTo(justBefore, 12);
    expect(justAfter).toBeGreaterThan(0);
    expect(signalNow(spec, journey(longKnown, ...each("login", 120)))).toBeNaN();
  });

  it("compares values in units of their mean", () => {
    const spec: TrendSpec = { ...trend, measure: "value" };
    const worth = (value: number, given: readonly Happening[]) => given.map((login) => ({ ...login, value }));
    const steady = [...worth(50, logins(30, 120, 30)), ...worth(50, logins(10, 30, 0))];
    expect(signalNow(spec, journey(longKnown, ...steady))).toBeCloseTo(0, 10);
    const halved = [...worth(50, logins(30, 120, 30)), ...worth(25, logins(10, 30, 0))];
    const halvedTrend = signalNow(spec, journey(longKnown, ...halved));
    expect(halvedTrend).toBeLessThan(-0.5);
    expect(halvedTrend).toBeGreaterThan(-1);
    const inCents = halved.map((login) => ({ ...login, value: login.value * 100 }));
    expect(signalNow(spec, journey(longKnown, ...inCents))).toBeCloseTo(halvedTrend, 10);
  });

  it("takes missing and negative values for nothing", () => {
    const spec: TrendSpec = { ...trend, measure: "value" };
    const withoutValues = journey(longKnown, ...logins(10, 120, 30), { kind: "login", daysAgo: 3, value: -40 });
    expect(signalNow(spec, withoutValues)).toBeNaN();
  });

  it("moves with time", () => {
    const burst = journey(longKnown, ...logins(10, 10, 0));
    const values = signalValues(trend, burst, [0, 29, 45, 200].map(inDays));
    expect(values[0]).toBeGreaterThan(1);
    expect(values[2]).toBeLessThan(0);
    expect(values[3]).toBeNaN();
  });

  it("rests on the recent touchpoints when it rises, and on none when it falls", () => {
    const rising = signalStory(trend, journey(longKnown, ...each("login", 100, 20, 10, 5)));
    expect(rising).toEqual({
      facts: { recent: 3, days: 30, usual: expect.closeTo(1 / 3, 12), direction: "up" },
      weights: { 2: 1, 3: 1, 4: 1 },
    });
    const falling = signalStory(trend, journey(longKnown, ...logins(9, 120, 30), ...each("login", 5)));
    expect(falling).toEqual({
      facts: { recent: 1, days: 30, usual: expect.closeTo(3, 12), direction: "down" },
      weights: {},
    });
  });

  it("weighs rising values by their amount", () => {
    const spec: TrendSpec = { ...trend, measure: "value" };
    const rising = journey(
      longKnown,
      { kind: "login", daysAgo: 9, value: 6 },
      { kind: "login", daysAgo: 4 },
      {
        kind: "login",
        daysAgo: 2,
        value: 2,
      },
    );
    expect(signalStory(spec, rising).weights).toEqual({ 1: 6, 3: 2 });
  });
});
