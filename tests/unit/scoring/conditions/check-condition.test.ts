import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, Condition } from "@/lib/scoring/condition";
import type { RuleDefinition, RuleException } from "@/lib/scoring/rule-definition";
import { checkContradictions } from "@/lib/scoring/rules/check-contradictions";
import { checkExceptions } from "@/lib/scoring/rules/check-exceptions";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import { compileComparison } from "@/lib/scoring/rules/compile-condition";
import { excludeEachOther } from "@/lib/scoring/rules/exclude-each-other";
import { KINDS } from "../support/catalogue";
import {
  COMPLAINTS,
  conditionRule,
  ENTERPRISE,
  faultsOfCondition,
  is,
  isSo,
  PURCHASES,
  SEATS,
  SUMMER,
  TENURE,
} from "../support/conditions";
import { ramp, rule, step } from "../support/rules";

const KEYS = new Set(KINDS.map((kind) => kind.key));
const young = is(TENURE, "below", 30);

function nested(times: number): Condition {
  let condition: Condition = young;
  for (let at = 0; at < times; at++) condition = { not: condition };
  return condition;
}

function faultsOfRules(rules: readonly RuleDefinition[]): readonly string[] {
  const faults: string[] = [];
  checkRules({ rules, groups: [] }, KEYS, (path, message) => faults.push(`${path}: ${message}`));
  return faults;
}

describe("faults of a condition", () => {
  it.each<{ what: string; condition: Condition; faults: readonly string[] }>([
    {
      what: "a kind that was renamed or deleted",
      condition: is({ type: "count", filter: { kinds: ["fax"] }, windowDays: 9 }, "above", 1),
      faults: ['when.signal.filter.kinds[0]: there is no kind "fax"'],
    },
    {
      what: "the same deep inside",
      condition: {
        all: [young, { any: [{ not: is({ type: "days-since", filter: { kinds: ["fax"] } }, "above", 1) }] }],
      },
      faults: ['when.all[1].any[0].not.signal.filter.kinds[0]: there is no kind "fax"'],
    },
    {
      what: "a window of a hundred years",
      condition: is({ type: "count", filter: {}, windowDays: 36_500 }, "above", 1),
      faults: ["when.signal.windowDays: must be at most 3650, not 36500"],
    },
    {
      what: "a window of no time",
      condition: is({ type: "count", filter: {}, windowDays: 0 }, "above", 1),
      faults: ["when.signal.windowDays: must be above 0, not 0"],
    },
    { what: "nothing to be all", condition: { all: [] }, faults: ["when.all: must have at least one condition"] },
    { what: "nothing to be any", condition: { any: [] }, faults: ["when.any: must have at least one condition"] },
    {
      what: "a limit that is no number",
      condition: is(TENURE, "at-least", Number.NaN),
      faults: ["when.value: must be a finite number"],
    },
    {
      what: "an endless limit, whatever the test",
      condition: {
        any: (["at-least", "at-most", "above", "below"] as const).map((test) =>
          is(SEATS, test, Number.POSITIVE_INFINITY),
        ),
      },
      faults: [0, 1, 2, 3].map((at) => `when.any[${at}].value: must be a finite number`),
    },
    {
      what: "endless ends of a range",
      condition: { signal: TENURE, is: "between", from: Number.NEGATIVE_INFINITY, to: Number.NaN },
      faults: ["when.from: must be a finite number", "when.to: must be a finite number"],
    },
    {
      what: "a range that ends before it begins",
      condition: { signal: TENURE, is: "between", from: 5, to: 4.9 },
      faults: ["when.to: must not be below where the range begins"],
    },
    {
      what: "yes of a number",
      condition: isSo(TENURE, "yes"),
      faults: ["when.is: yes or no cannot be asked of a number"],
    },
    {
      what: "no of a count",
      condition: isSo(COMPLAINTS, "no"),
      faults: ["when.is: yes or no cannot be asked of a number"],
    },
    {
      what: "a test that there is not",
      condition: { signal: TENURE, is: "like" } as unknown as Condition,
      faults: ["when.is: must be one of at-least, at-most, above, below, between, yes, no, known, missing"],
    },
    {
      what: "a signal that there is not",
      condition: { signal: { type: "mood" }, is: "yes" } as unknown as Condition,
      faults: ['when.signal.type: there is no signal "mood"'],
    },
    {
      what: "parts that can never hold together",
      condition: { all: [is(TENURE, "at-least", 50), isSo(SUMMER, "yes"), is(TENURE, "at-most", 30)] },
      faults: ["when.all[2]: can never hold together with when.all[0]"],
    },
  ])("names $what", ({ condition, faults }) => {
    expect(faultsOfCondition(condition)).toEqual(faults);
  });

  it.each<Condition>([
    { signal: TENURE, is: "between", from: 5, to: 5 },
    isSo(SUMMER, "no"),
    isSo(ENTERPRISE, "yes"),
    isSo(TENURE, "known"),
    isSo(COMPLAINTS, "missing"),
    { any: [is(TENURE, "at-least", 50), is(TENURE, "at-most", 30)] },
    { all: [is(TENURE, "at-least", 50), { not: is(TENURE, "at-least", 50) }] },
  ])("are none in %j", (condition) => expect(faultsOfCondition(condition)).toEqual([]));

  it("are that it is nested too deep, whatever else is wrong", () => {
    expect(faultsOfCondition(nested(4))).toEqual([]);
    expect(faultsOfCondition(nested(5))).toEqual(["when: may be nested at most 5 deep"]);
    expect(faultsOfCondition(nested(5_000))).toEqual(["when: may be nested at most 5 deep"]);
    expect(faultsOfCondition({ all: [young, { any: [nested(2)] }] })).toEqual([]);
    expect(faultsOfCondition({ all: [young, { any: [nested(3)] }] })).toEqual(["when: may be nested at most 5 deep"]);
    expect(faultsOfCondition({ any: [young, { all: [nested(3)] }] })).toEqual(["when: may be nested at most 5 deep"]);
  });

  it("are that it goes in a circle", () => {
    const circle: { all: Condition[] } = { all: [] };
    circle.all.push(circle);
    expect(faultsOfCondition(circle)).toEqual(["when: may be nested at most 5 deep"]);
  });

  it("are that it has too many comparisons", () => {
    const many = (count: number): Condition => ({ any: Array.from({ length: count }, () => young) });
    expect(faultsOfCondition(many(20))).toEqual([]);
    expect(faultsOfCondition(many(21))).toEqual(["when: may have at most 20 comparisons, not 21"]);
    expect(faultsOfCondition({ all: [many(11), many(10)] })).toEqual(["when: may have at most 20 comparisons, not 21"]);
  });
});

describe("comparisons exclude each other", () => {
  const between = (from: number, to: number): Comparison => ({ signal: TENURE, is: "between", from, to });

  it.each<{ one: Comparison; other: Comparison; never: boolean }>([
    { one: is(TENURE, "at-least", 5), other: is(TENURE, "at-most", 4), never: true },
    { one: is(TENURE, "at-least", 5), other: is(TENURE, "at-most", 5), never: false },
    { one: is(TENURE, "at-least", 5), other: is(TENURE, "below", 5), never: true },
    { one: is(TENURE, "above", 5), other: is(TENURE, "at-most", 5), never: true },
    { one: is(TENURE, "above", 5), other: is(TENURE, "below", 5), never: true },
    { one: is(TENURE, "above", 5), other: is(TENURE, "below", 6), never: false },
    { one: is(TENURE, "above", 5), other: is(TENURE, "at-least", 5), never: false },
    { one: is(TENURE, "below", 5), other: is(TENURE, "at-most", 5), never: false },
    { one: is(TENURE, "above", 5), other: between(3, 5), never: true },
    { one: is(TENURE, "at-least", 5), other: between(3, 5), never: false },
    { one: is(TENURE, "below", 3), other: between(3, 5), never: true },
    { one: between(1, 2), other: between(2, 3), never: false },
    { one: between(1, 2), other: between(2.1, 3), never: true },
    { one: is(TENURE, "above", 1), other: between(2, 2), never: false },
    { one: isSo(TENURE, "missing"), other: isSo(TENURE, "known"), never: true },
    { one: isSo(TENURE, "missing"), other: is(TENURE, "above", 0), never: true },
    { one: isSo(TENURE, "missing"), other: isSo(TENURE, "missing"), never: false },
    { one: isSo(TENURE, "known"), other: is(TENURE, "above", 0), never: false },
    { one: isSo(SUMMER, "yes"), other: isSo(SUMMER, "no"), never: true },
    { one: isSo(SUMMER, "yes"), other: isSo(SUMMER, "yes"), never: false },
    { one: is(TENURE, "at-least", 5), other: is(SEATS, "at-most", 4), never: false },
    { one: is(COMPLAINTS, "above", 2), other: is(PURCHASES, "below", 1), never: false },
  ])("$one.is and $other.is: $never", ({ one, other, never }) => {
    expect(excludeEachOther(one, other)).toBe(never);
    expect(excludeEachOther(other, one)).toBe(never);
  });

  it("knows one signal by what it says, not by the order in which it is written", () => {
    const turned = { windowDays: 60, filter: { kinds: ["complaint"] }, type: "count" } as const;
    expect(excludeEachOther(is(COMPLAINTS, "above", 3), is(turned, "below", 3))).toBe(true);
  });

  it("exactly when no value makes both hold", () => {
    const anyComparison: fc.Arbitrary<Comparison> = fc.oneof(
      fc.record({
        signal: fc.constant(TENURE),
        is: fc.constantFrom("at-least" as const, "at-most" as const, "above" as const, "below" as const),
        value: fc.integer({ min: -2, max: 2 }),
      }),
      fc
        .tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 }))
        .map(([from, length]) => between(from, from + length)),
      fc.constantFrom(isSo(TENURE, "known"), isSo(TENURE, "missing")),
    );
    const values = [Number.NaN, ...Array.from({ length: 49 }, (_, at) => (at - 24) / 4)];
    fc.assert(
      fc.property(anyComparison, anyComparison, (one, other) => {
        const both = values.some((value) => compileComparison(one)(value) && compileComparison(other)(value));
        expect(excludeEachOther(one, other)).toBe(!both);
      }),
    );
  });
});

describe("faults of exceptions", () => {
  function faultsOf(exceptions: readonly RuleException[] | undefined): readonly string[] {
    const faults: string[] = [];
    checkExceptions(exceptions, KEYS, "except", (path, message) => faults.push(`${path}: ${message}`));
    return faults;
  }
  const older = (days: number): Condition => is(TENURE, "above", days);

  it("are none without exceptions, and with sound ones", () => {
    expect(faultsOf(undefined)).toEqual([]);
    expect(faultsOf([{ when: young }, { when: older(9), times: 0 }, { when: older(8), times: 10 }])).toEqual([]);
  });

  it.each<{ what: string; exceptions: readonly RuleException[]; faults: readonly string[] }>([
    {
      what: "an empty list",
      exceptions: [],
      faults: ["except: must not be empty; leave it out to make no exception"],
    },
    {
      what: "less than nothing",
      exceptions: [{ when: young, times: -0.1 }],
      faults: ["except[0].times: must be at least 0, not -0.1"],
    },
    {
      what: "more than ten times",
      exceptions: [{ when: young, times: 10.1 }],
      faults: ["except[0].times: must be at most 10, not 10.1"],
    },
    {
      what: "times that are no number",
      exceptions: [{ when: young, times: Number.NaN }],
      faults: ["except[0].times: must be a finite number"],
    },
    {
      what: "one that is never reached",
      exceptions: [{ when: young }, { when: older(9) }, { when: young, times: 2 }],
      faults: ["except[2].when: is never reached: except[0] has the same condition"],
    },
    {
      what: "a condition with a fault",
      exceptions: [{ when: young }, { when: { any: [] } }],
      faults: ["except[1].when.any: must have at least one condition"],
    },
  ])("name $what", ({ exceptions, faults }) => expect(faultsOf(exceptions)).toEqual(faults));

  it("name more than ten", () => {
    const exceptions = Array.from({ length: 11 }, (_, at) => ({ when: older(at) }));
    expect(faultsOf(exceptions.slice(1))).toEqual([]);
    expect(faultsOf(exceptions)).toEqual(["except: may have at most 10 exceptions, not 11"]);
  });
});

describe("faults of a rule with a condition", () => {
  it("are none when it is a condition alone, or a signal with one", () => {
    expect(
      faultsOfRules([conditionRule(young), rule({ when: young, except: [{ when: isSo(SUMMER, "yes") }] })]),
    ).toEqual([]);
  });

  it.each<{ what: string; given: object; faults: readonly string[] }>([
    {
      what: "points without a condition",
      given: { ...conditionRule(young), when: undefined },
      faults: ["rules[0].when: must say when the rule gives its points"],
    },
    {
      what: "points with a signal and a policy for its absence",
      given: { ...conditionRule(young), signal: TENURE, missing: "ignore" },
      faults: [
        "rules[0].signal: must be left out: the rule is its condition alone",
        "rules[0].missing: must be left out: the rule is its condition alone",
      ],
    },
    {
      what: "points beyond the limit",
      given: conditionRule(young, { effect: { type: "points", points: 201 } }),
      faults: ["rules[0].effect.points: must be at most 200, not 201"],
    },
    {
      what: "steps without a signal",
      given: { ...conditionRule(young), effect: step([1, 5]) },
      faults: ["rules[0].signal: must be there unless the effect is of the type points"],
    },
    {
      what: "a fault in its condition",
      given: rule({ when: { all: [] } }),
      faults: ["rules[0].when.all: must have at least one condition"],
    },
    {
      what: "a fault in an exception",
      given: rule({ except: [{ when: young, times: 11 }] }),
      faults: ["rules[0].except[0].times: must be at most 10, not 11"],
    },
  ])("name $what", ({ given, faults }) => expect(faultsOfRules([given as RuleDefinition])).toEqual(faults));

  it("are too many conditions in all rules together", () => {
    const except = Array.from({ length: 9 }, (_, at) => ({ when: is(TENURE, "above", at) }));
    const rules = Array.from({ length: 200 }, (_, at) => conditionRule(young, { key: `rule-${at}`, except }));
    expect(faultsOfRules(rules)).toEqual([]);
    expect(faultsOfRules([...rules, conditionRule(young)])).toEqual([
      "rules: there may be at most 2000 conditions in all rules together, not 2001",
    ]);
  });
});

describe("rules that contradict each other", () => {
  function contradictions(...rules: readonly RuleDefinition[]): readonly string[] {
    const faults: string[] = [];
    checkContradictions(rules, (path, message) => faults.push(`${path}: ${message}`));
    return faults;
  }
  const taken = ["rules[1].effect: takes back exactly what rules[0] gives; keep one of the two"];

  it("take back exactly what another gives", () => {
    expect(contradictions(rule({ effect: step([1, 8], [2, -9]) }), rule({ effect: step([2, 9], [1, -8]) }))).toEqual(
      taken,
    );
    expect(contradictions(rule({ effect: ramp(0, 3, 9) }), rule({ effect: ramp(0, 3, -9) }))).toEqual(taken);
    const minus = conditionRule(young, { effect: { type: "points", points: -20 } });
    expect(contradictions(conditionRule(young), minus)).toEqual(taken);
  });

  it("also behind others, and each names the first it contradicts", () => {
    const plus = rule({ effect: ramp(0, 3, 9) });
    const minus = rule({ effect: ramp(0, 3, -9) });
    expect(contradictions(rule(), plus, rule(), minus, minus)).toEqual([
      "rules[3].effect: takes back exactly what rules[1] gives; keep one of the two",
      "rules[4].effect: takes back exactly what rules[1] gives; keep one of the two",
    ]);
  });

  it.each<{ what: string; one: RuleDefinition; other: RuleDefinition }>([
    { what: "the points", one: rule({ effect: ramp(0, 3, 9) }), other: rule({ effect: ramp(0, 3, -8) }) },
    { what: "the sign", one: rule({ effect: ramp(0, 3, 9) }), other: rule({ effect: ramp(0, 3, 9) }) },
    { what: "the ramp", one: rule({ effect: ramp(0, 3, 9) }), other: rule({ effect: ramp(0, 4, -9) }) },
    { what: "the threshold", one: rule({ effect: step([1, 9]) }), other: rule({ effect: step([2, -9]) }) },
    { what: "the signal", one: rule(), other: rule({ signal: PURCHASES, effect: step([1, -10]) }) },
    { what: "the condition", one: rule(), other: rule({ when: young, effect: step([1, -10]) }) },
    { what: "the exceptions", one: rule(), other: rule({ except: [{ when: young }], effect: step([1, -10]) }) },
    { what: "the policy", one: rule(), other: rule({ missing: "neutral", effect: step([1, -10]) }) },
  ])("do not when $what differ", ({ one, other }) => expect(contradictions(one, other)).toEqual([]));
});
