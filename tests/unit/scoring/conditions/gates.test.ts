import { describe, expect, it } from "vitest";
import { Evaluator } from "@/lib/scoring/evaluator";
import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { conditionsOf } from "@/lib/scoring/rules/conditions-of";
import type { CustomerFacts } from "@/lib/scoring/types";
import {
  COMPLAINTS,
  conditionRule,
  ENTERPRISE,
  is,
  isSo,
  PURCHASES,
  SEATS,
  SINCE_CALL,
  TENURE,
} from "../support/conditions";
import { each, facts, type Happening, inDays, journey, NOW_MS } from "../support/journey";
import { configuration, ramp, rule, scorer, step } from "../support/rules";

/** Points by rule, in the order of the rules. */
function pointsOf(
  rules: readonly RuleDefinition[],
  happenings: readonly Happening[],
  known: CustomerFacts = facts(),
  given: Parameters<typeof scorer>[1] = {},
): readonly number[] {
  const contributions = new Float64Array(rules.length);
  scorer(rules, given).contributionsAt(journey(...happenings), known, NOW_MS, contributions);
  return [...contributions].map((logOdds) => Math.round((logOdds / LOG_ODDS_PER_POINT) * 1e9) / 1e9 + 0);
}

const since = (days: number) => facts({ startedOnMs: inDays(-days) });
const tier = (name: string) => facts({ traits: new Map([["tier", name]]) });

describe("a rule with a condition", () => {
  const afterAYear = rule({ when: is(TENURE, "at-least", 365) });

  it("gives its points only while the condition holds", () => {
    expect(pointsOf([afterAYear], each("complaint", 5), since(364))).toEqual([0]);
    expect(pointsOf([afterAYear], each("complaint", 5), since(365))).toEqual([10]);
    expect(pointsOf([afterAYear], [], since(400))).toEqual([0]);
  });

  it("gives nothing while the condition's signal is missing", () => {
    const forManySeats = rule({ when: is(SEATS, "at-least", 0) });
    expect(pointsOf([forManySeats], each("complaint", 5))).toEqual([0]);
    expect(pointsOf([rule({ when: { not: is(SEATS, "at-least", 0) } })], each("complaint", 5))).toEqual([10]);
  });

  it("follows the condition from instant to instant", () => {
    const scoring = scorer([afterAYear]);
    const swept = scoring.logOddsAt(journey(...each("complaint", 5)), since(360), [0, 4, 5, 54, 56].map(inDays));
    expect([...swept].map((logOdds) => Math.round(logOdds / LOG_ODDS_PER_POINT))).toEqual([0, 0, 10, 10, 0]);
  });

  it("gives what a missing signal gives only while the condition holds", () => {
    const never = rule({
      signal: SINCE_CALL,
      effect: ramp(0, 90, 16),
      missing: "counts-against",
      when: isSo(ENTERPRISE, "yes"),
    });
    expect(pointsOf([never], [], tier("enterprise"))).toEqual([16]);
    expect(pointsOf([never], [], tier("basic"))).toEqual([0]);
  });
});

describe("a rule that is a condition", () => {
  const goneQuiet = conditionRule({ all: [is(PURCHASES, "at-most", 0), is(TENURE, "at-least", 365)] });

  it("gives its points when it holds: no purchase in 90 days after a year", () => {
    expect(pointsOf([goneQuiet], each("purchase", 100), since(365))).toEqual([20]);
    expect(pointsOf([goneQuiet], each("purchase", 89), since(365))).toEqual([0]);
    expect(pointsOf([goneQuiet], each("purchase", 100), since(364))).toEqual([0]);
  });

  it("shares its signals with rules and other conditions", () => {
    const evaluator = new Evaluator(
      configuration([
        rule({ key: "a" }),
        conditionRule(is(COMPLAINTS, "above", 1)),
        rule({ key: "b", signal: TENURE, when: is(COMPLAINTS, "above", 2) }),
      ]),
    );
    // The complaints, one that is always 1 for the rule without a signal, and the tenure.
    expect(evaluator.signals).toHaveLength(3);
    expect([...evaluator.signalOfRule]).toEqual([0, 1, 2]);
    expect(evaluator.gates.map((gate) => gate.rule)).toEqual([1, 2]);
    expect(evaluator.positionOf(COMPLAINTS)).toBe(0);
  });

  it("can have exceptions, a cap and a group like any other", () => {
    const groups = [{ key: "quiet", label: "Quiet", capPoints: 12 }];
    const grouped = conditionRule(goneQuiet.when, { group: "quiet" });
    expect(pointsOf([grouped], [], since(400), { groups })).toEqual([12]);
    expect(pointsOf([conditionRule(goneQuiet.when, { capPoints: 7 })], [], since(400))).toEqual([7]);
    const excepted = conditionRule(goneQuiet.when, { except: [{ when: is(TENURE, "above", 500), times: 0.5 }] });
    expect(pointsOf([excepted], [], since(400))).toEqual([20]);
    expect(pointsOf([excepted], [], since(501))).toEqual([10]);
  });
});

describe("an exception", () => {
  it("takes all points when it says nothing else: not in the first 30 days", () => {
    const notEarly = rule({ except: [{ when: is(TENURE, "below", 30) }] });
    expect(pointsOf([notEarly], each("complaint", 5), since(29))).toEqual([0]);
    expect(pointsOf([notEarly], each("complaint", 5), since(30))).toEqual([10]);
  });

  it("makes the points count so many times: half for one segment, double for another", () => {
    const bySegment = rule({
      except: [
        { when: isSo(ENTERPRISE, "yes"), times: 0.5 },
        { when: isSo({ type: "trait-is", trait: "tier", oneOf: ["basic"] }, "yes"), times: 2 },
      ],
    });
    expect(pointsOf([bySegment], each("complaint", 5), tier("enterprise"))).toEqual([5]);
    expect(pointsOf([bySegment], each("complaint", 5), tier("basic"))).toEqual([20]);
    expect(pointsOf([bySegment], each("complaint", 5), tier("plus"))).toEqual([10]);
    expect(pointsOf([bySegment], each("complaint", 5))).toEqual([10]);
  });

  it("is the first that holds", () => {
    const except = [
      { when: is(TENURE, "below", 30), times: 3 },
      { when: is(TENURE, "below", 60), times: 0.5 },
    ];
    expect(pointsOf([rule({ except })], each("complaint", 5), since(20))).toEqual([30]);
    expect(pointsOf([rule({ except })], each("complaint", 5), since(40))).toEqual([5]);
    expect(pointsOf([rule({ except: except.toReversed() })], each("complaint", 5), since(20))).toEqual([5]);
  });

  it("of once shields from the exceptions after it", () => {
    const except = [{ when: isSo(ENTERPRISE, "yes"), times: 1 }, { when: is(COMPLAINTS, "above", 0) }];
    expect(pointsOf([rule({ except })], each("complaint", 5), tier("enterprise"))).toEqual([10]);
    expect(pointsOf([rule({ except })], each("complaint", 5), tier("basic"))).toEqual([0]);
  });

  it("cannot give points while the rule's own condition does not hold", () => {
    const gated = rule({ when: isSo(ENTERPRISE, "yes"), except: [{ when: isSo(TENURE, "known"), times: 2 }] });
    expect(pointsOf([gated], each("complaint", 5), tier("basic"))).toEqual([0]);
    expect(pointsOf([gated], each("complaint", 5), tier("enterprise"))).toEqual([20]);
  });

  it("stays within the rule's cap", () => {
    const capped = rule({ capPoints: 15, except: [{ when: isSo(ENTERPRISE, "yes"), times: 2 }] });
    expect(pointsOf([capped], each("complaint", 5), tier("enterprise"))).toEqual([15]);
    const halved = rule({ capPoints: 4, except: [{ when: isSo(ENTERPRISE, "yes"), times: 0.5 }] });
    expect(pointsOf([halved], each("complaint", 5), tier("enterprise"))).toEqual([4]);
  });

  it("leaves more room in the group for others", () => {
    const groups = [{ key: "sour", label: "Sour", capPoints: 30 }];
    const rules = [
      rule({
        key: "a",
        group: "sour",
        effect: step([1, 40]),
        except: [{ when: isSo(ENTERPRISE, "yes"), times: 0.25 }],
      }),
      rule({ key: "b", group: "sour", effect: step([1, 20]) }),
    ];
    expect(pointsOf(rules, each("complaint", 5), tier("basic"), { groups })).toEqual([20, 10]);
    expect(pointsOf(rules, each("complaint", 5), tier("enterprise"), { groups })).toEqual([10, 20]);
  });
});

describe("weights and caps", () => {
  const groups = [{ key: "sour", label: "Sour", capPoints: 30 }];
  const rules = [
    rule({ key: "a", group: "sour", effect: step([1, 40]) }),
    rule({ key: "b", group: "sour", effect: step([1, 20]) }),
    rule({ key: "c", capPoints: 8 }),
  ];
  const weighted = (...weights: readonly (readonly [string, number])[]) =>
    pointsOf(rules, each("complaint", 5), facts(), { groups, model: { intercept: 0, weights: new Map(weights) } });

  it("cap first and weigh what is left: a weight can go beyond the caps", () => {
    expect(weighted()).toEqual([20, 10, 8]);
    expect(weighted(["a", 2], ["c", 3])).toEqual([40, 10, 24]);
    expect(weighted(["a", 0], ["b", -1])).toEqual([0, -10, 8]);
  });

  it("share out exactly what is left to the touchpoints", () => {
    const model = { intercept: 0, weights: new Map([["a", 2]]) };
    const { reasons, logOdds } = scorer(rules, { groups, model }).scoreAt(
      journey(...each("complaint", 9, 5)),
      facts(),
      NOW_MS,
    );
    expect(reasons.reduce((sum, reason) => sum + reason.logOdds, 0)).toBeCloseTo(logOdds, 12);
    expect(reasons[0]).toMatchObject({ ruleKey: "a", points: expect.closeTo(40, 9) });
    expect(reasons[0]?.touchpoints.map((share) => share.logOdds / LOG_ODDS_PER_POINT)).toEqual([
      expect.closeTo(20, 9),
      expect.closeTo(20, 9),
    ]);
  });
});

describe("the conditions of a rule", () => {
  it("are its own and those of its exceptions", () => {
    const own = is(TENURE, "above", 1);
    const excepted = is(SEATS, "above", 1);
    expect(conditionsOf(rule())).toEqual([]);
    expect(conditionsOf(rule({ when: own, except: [{ when: excepted }] }))).toEqual([own, excepted]);
    expect(conditionsOf(rule({ except: [{ when: excepted }] }))).toEqual([excepted]);
  });
});
