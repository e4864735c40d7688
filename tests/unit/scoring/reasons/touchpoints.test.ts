import { describe, expect, it } from "vitest";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { SignalRule } from "@/lib/scoring/rule-definition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { CustomerFacts } from "@/lib/scoring/types";
import { each, facts, type Happening, inDays, journey, NOW_MS } from "../support/journey";
import { ramp, rule, scorer, step } from "../support/rules";

/** The only reason: its points and, by index, those of its touchpoints; undefined when there is none. */
function reasonOf(given: Partial<SignalRule>, happenings: readonly Happening[], known: CustomerFacts = facts()) {
  const [reason] = scorer([rule(given)]).scoreAt(journey(...happenings), known, NOW_MS).reasons;
  if (reason === undefined) return undefined;
  const rounded = (logOdds: number) => Math.round(pointsFromLogOdds(logOdds) * 1e6) / 1e6;
  return {
    points: rounded(reason.logOdds),
    shares: Object.fromEntries(reason.touchpoints.map(({ index, logOdds }) => [index, rounded(logOdds)])),
  };
}

const complaints = { kinds: ["complaint"] };

describe("the touchpoints behind a reason", () => {
  it("share a count equally", () => {
    const signal: SignalSpec = { type: "count", filter: complaints, windowDays: 60 };
    expect(reasonOf({ signal, effect: step([1, 8], [3, 30]) }, each("complaint", 70, 30, 20, 10))).toEqual({
      points: 30,
      shares: { 1: 10, 2: 10, 3: 10 },
    });
  });

  it("share a decayed sum by what is left of each", () => {
    const signal: SignalSpec = { type: "decayed-sum", filter: complaints, halfLifeDays: 30, measure: "count" };
    expect(reasonOf({ signal, effect: ramp(0, 3, 30) }, each("complaint", 60, 30, 0))).toEqual({
      points: 17.5,
      shares: { 0: 2.5, 1: 5, 2: 10 },
    });
  });

  it("share the open ones of what is unresolved", () => {
    const signal: SignalSpec = {
      type: "unresolved",
      filter: complaints,
      closedBy: { kinds: ["complaint-resolved"] },
      graceDays: 5,
      windowDays: 90,
    };
    const happenings = [...each("complaint", 40, 20, 10, 1), ...each("complaint-resolved", 30)];
    expect(reasonOf({ signal, effect: step([1, 12], [2, 18]) }, happenings)).toEqual({
      points: 18,
      shares: { 2: 9, 3: 9 },
    });
  });

  it("are the last ones for days since and silence", () => {
    const since: SignalSpec = { type: "days-since", filter: { kinds: ["call"] } };
    expect(reasonOf({ signal: since, effect: ramp(10, 50, 12) }, each("call", 90, 40, 40))).toEqual({
      points: 9,
      shares: { 1: 4.5, 2: 4.5 },
    });
    const silence: SignalSpec = {
      type: "silence",
      filter: { kinds: ["call"] },
      regularity: 1,
      priorGapDays: 10,
      priorGaps: 1,
      unit: "probability",
    };
    expect(reasonOf({ signal: silence, effect: ramp(1, 0, 20) }, each("call", 10))).toEqual({
      points: 10,
      shares: { 0: 10 },
    });
  });

  it("are negative when the reason lowers the risk", () => {
    const signal: SignalSpec = { type: "count", filter: { kinds: ["call"] }, windowDays: 60 };
    expect(reasonOf({ signal, effect: step([1, -8]) }, each("call", 9, 3))).toEqual({
      points: -8,
      shares: { 0: -4, 1: -4 },
    });
  });

  it("carry the weight of the rule", () => {
    const weights = new Map([["complaints", 1.5]]);
    const weighted = scorer([rule()], { model: { intercept: 0, weights } });
    const [reason] = weighted.scoreAt(journey(...each("complaint", 9, 3)), facts(), NOW_MS).reasons;
    expect(reason?.points).toBeCloseTo(15, 9);
    expect(reason?.touchpoints.map((share) => pointsFromLogOdds(share.logOdds))).toEqual([
      expect.closeTo(7.5, 9),
      expect.closeTo(7.5, 9),
    ]);
  });

  it("are indexes into the columns as they were given", () => {
    const signal: SignalSpec = { type: "count", filter: complaints, windowDays: 60 };
    const happenings = [...each("login", 50, 40, 30), ...each("complaint", 35), ...each("purchase", 5)];
    expect(reasonOf({ signal }, happenings)?.shares).toEqual({ 2: 10 });
  });
});

describe("no touchpoint is behind a reason", () => {
  it("that comes from a date, a trait or the season", () => {
    const known = facts({ startedOnMs: inDays(-50), renewsOnMs: inDays(20), traits: new Map([["seats", 3]]) });
    const signals: readonly SignalSpec[] = [
      { type: "tenure" },
      { type: "days-to-renewal" },
      { type: "season", months: [6] },
      { type: "trait-number", trait: "seats" },
      { type: "trait-is", trait: "seats", oneOf: ["3"] },
      { type: "lifetime-frequency", filter: {} },
    ];
    for (const signal of signals) {
      expect(reasonOf({ signal, effect: step([0, 7]) }, each("call", 50, 5), known)).toEqual({ points: 7, shares: {} });
    }
  });

  it("that comes from a missing signal", () => {
    const signal: SignalSpec = { type: "days-since", filter: { kinds: ["call"] } };
    const never = reasonOf({ signal, effect: ramp(0, 90, 16), missing: "counts-against" }, each("login", 3));
    expect(never).toEqual({ points: 16, shares: {} });
  });

  it("that comes from a fall", () => {
    const signal: SignalSpec = {
      type: "trend",
      filter: { kinds: ["login"] },
      recentDays: 30,
      baselineDays: 60,
      shrinkage: 1,
      measure: "count",
    };
    const falling = reasonOf({ signal, effect: ramp(0, -2, 20) }, each("login", 90, 80, 70, 60, 50, 40, 10));
    expect(falling?.points).toBeGreaterThan(5);
    expect(falling?.shares).toEqual({});
  });

  it("that says there were too few of them", () => {
    // None would give 20 points; two give 12: the two are not to blame.
    const signal: SignalSpec = { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 };
    expect(reasonOf({ signal, effect: ramp(5, 0, 20) }, each("purchase", 40, 20))).toEqual({ points: 12, shares: {} });
    expect(reasonOf({ signal, effect: ramp(5, 0, 20) }, [])).toEqual({ points: 20, shares: {} });
  });

  it("unless they turn what none of them would give around", () => {
    const signal: SignalSpec = { type: "count", filter: { kinds: ["purchase"] }, windowDays: 90 };
    const effect = step([0, 10], [2, -6]);
    expect(reasonOf({ signal, effect }, each("purchase", 40, 20))).toEqual({ points: -6, shares: { 0: -3, 1: -3 } });
    expect(reasonOf({ signal, effect }, each("purchase", 40))).toEqual({ points: 10, shares: {} });
  });

  it("that is not there", () => {
    expect(reasonOf({}, each("login", 3))).toBeUndefined();
    expect(reasonOf({ effect: step([0, 10], [1, 0]) }, each("complaint", 3))).toBeUndefined();
  });
});
