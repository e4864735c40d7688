import { describe, expect, it } from "vitest";
import { learnedObserver } from "@/lib/scoring/learning/learned-observer";
import type { LearnedSignal } from "@/lib/scoring/learning/learned-parameters";
import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { customerOf, DAY, date, inactivitySetup, noon } from "./support/customers";

const PURCHASES: LearnedSignal = {
  name: "purchases",
  spec: { type: "count", filter: { kinds: ["purchase"] }, windowDays: 3 },
};
const RECENCY: LearnedSignal = { name: "recency", spec: { type: "days-since", filter: { kinds: ["purchase"] } } };

function complaintRule(key: string, points: number, group?: string): RuleDefinition {
  return {
    key,
    label: key,
    category: "complaint",
    ...(group && { group }),
    signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 30 },
    effect: { type: "step", thresholds: [{ from: 1, points }] },
    missing: "ignore",
  };
}

describe("learnedObserver", () => {
  const setup = inactivitySetup();
  const bought = customerOf("a", [
    { day: 7, kind: "purchase" },
    { day: 8, kind: "purchase" },
    { day: 10, kind: "purchase" },
  ]);

  it("sees whole days, whatever the time of the instant", () => {
    const observe = learnedObserver(setup, { signals: [PURCHASES, RECENCY], categories: [] });
    const atNoon = observe(bought, noon(10)).signals;
    expect(observe(bought, noon(10) + DAY / 4).signals).toEqual(atNoon);
    expect(observe(bought, date(11) - 1).signals).toEqual(atNoon);
    expect(atNoon[0]).toBe(2);
    expect(atNoon[1]).toBeCloseTo(0.5, 6);
  });

  it("does not see what happens later on the same day", () => {
    const observe = learnedObserver(setup, { signals: [PURCHASES, RECENCY], categories: [] });
    const { signals } = observe(bought, noon(10) - 1);
    expect(signals[0]).toBe(1);
    expect(signals[1]).toBeCloseTo(2.5, 6);
  });

  it("looks at customers in any order of instants", () => {
    const observe = learnedObserver(setup, { signals: [PURCHASES], categories: [] });
    expect(observe(bought, noon(10)).signals).toEqual([2]);
    expect(observe(bought, noon(7)).signals).toEqual([1]);
    expect(observe(customerOf("b", []), noon(7)).signals).toEqual([0]);
    expect(observe(bought, noon(10)).signals).toEqual([2]);
  });

  it("ends the day where the organisation is", () => {
    const eastern = {
      dayOf: (ms: number) => Math.floor((ms - DAY / 2) / DAY),
      endOf: (day: number) => (day + 1.5) * DAY - 1,
    };
    const observe = learnedObserver({ ...setup, days: eastern }, { signals: [RECENCY], categories: [] });
    expect(observe(bought, noon(10)).signals[0]).toBeCloseTo(1, 6);
    expect(observe(bought, noon(10) - 1).signals[0]).toBeCloseTo(2, 6);
  });

  it("reads traits as names", () => {
    const observe = learnedObserver(setup, {
      signals: [],
      categories: ["plan", "seats", "trial", "region"].map((trait) => ({ name: `trait:${trait}`, trait })),
    });
    const traits = new Map<string, string | number | boolean>([
      ["plan", "pro"],
      ["seats", 12.5],
      ["trial", false],
    ]);
    expect(observe(customerOf("a", [], { facts: { traits } }), noon(1)).categories).toEqual([
      "pro",
      "12.5",
      "false",
      "",
    ]);
  });

  it("gives each rule's log-odds, capped with its group", () => {
    const complained = customerOf("a", [{ day: 5, kind: "complaint" }]);
    const rules = [complaintRule("one", 30, "all"), complaintRule("two", 10, "all"), complaintRule("free", -12)];
    const groups = [{ key: "all", label: "All", capPoints: 20 }];
    const capped = learnedObserver({ ...setup, rules, groups }, { signals: [], categories: [] });
    const points = [...capped(complained, noon(9)).rules].map((logOdds) => logOdds / LOG_ODDS_PER_POINT);
    points.forEach((one, at) => {
      expect(one).toBeCloseTo([15, 5, -12][at]!, 9);
    });
  });

  it("hands out a list of its own each time", () => {
    const observe = learnedObserver(
      { ...setup, rules: [complaintRule("one", 20)] },
      { signals: [PURCHASES], categories: [] },
    );
    const first = observe(customerOf("a", [{ day: 5, kind: "complaint" }]), noon(9));
    const second = observe(customerOf("b", []), noon(9));
    expect(first.rules[0]).toBeCloseTo(Math.LN2, 12);
    expect(second.rules[0]).toBe(0);
  });
});
