import { describe, expect, it } from "vitest";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import { signalSpec } from "@/lib/schemas/signal-spec";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";

const KINDS: readonly ScoringKind[] = DEFAULT_KINDS.map((kind, at) => ({ ...kind, id: at + 1 }));
const RULES = DEFAULT_RULE_SET.rules.map((rule) => [rule.key, rule] as const);
const NOTHING = { length: 0, ...arrays() };
const NOBODY = { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map() };

function arrays() {
  return {
    occurredAtMs: new Float64Array(0),
    kindId: new Uint16Array(0),
    value: new Float64Array(0),
    sentiment: new Float64Array(0),
  };
}

function stored<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}

function compile(rules: readonly RuleDefinition[], groups = DEFAULT_RULE_SET.groups) {
  return compileScorer({ kinds: KINDS, rules, groups, model: { intercept: -2, weights: new Map() }, horizonDays: 90 });
}

const sample = DEFAULT_RULE_SET.rules.find((rule) => rule.signal !== undefined)!;

describe("the default rules", () => {
  it.each(RULES)("%s comes back from JSON as it was, and compiles", (_key, rule) => {
    const parsed = ruleDefinition.parse(stored(rule));
    expect(parsed).toEqual(rule);
    expect(compile([parsed]).ruleKeys).toEqual([rule.key]);
  });

  it("compile together, with groups that come back as they were", () => {
    const groups = ruleGroups.parse(stored(DEFAULT_RULE_SET.groups));
    expect(groups).toEqual(DEFAULT_RULE_SET.groups);
    const rules = RULES.map(([, rule]) => ruleDefinition.parse(stored(rule)));
    const scorer = compile(rules, groups);
    expect(scorer.ruleKeys).toEqual(RULES.map(([key]) => key));
    const { probability } = scorer.scoreAt(NOTHING, NOBODY, Date.UTC(2026, 5, 30));
    expect(probability).toBe(
      compile(DEFAULT_RULE_SET.rules).scoreAt(NOTHING, NOBODY, Date.UTC(2026, 5, 30)).probability,
    );
  });

  it.each(RULES)("%s is refused with any field more, at every depth", (_key, rule) => {
    expect(ruleDefinition.safeParse({ ...rule, enabled: true }).success).toBe(false);
    if (rule.signal)
      expect(ruleDefinition.safeParse({ ...rule, signal: { ...rule.signal, sql: "1=1" } }).success).toBe(false);
    expect(ruleDefinition.safeParse({ ...rule, effect: { ...rule.effect, script: "x" } }).success).toBe(false);
    if (rule.signal && "filter" in rule.signal) {
      const filter = { ...rule.signal.filter, pattern: "(a+)+$" };
      expect(ruleDefinition.safeParse({ ...rule, signal: { ...rule.signal, filter } }).success).toBe(false);
    }
  });

  it.each(["key", "label", "category", "signal", "effect", "missing"] as const)("need their %s", (field) => {
    for (const [, rule] of RULES) {
      if (!(field in rule)) continue;
      const { [field]: _left, ...rest } = rule;
      expect(ruleDefinition.safeParse(rest).success).toBe(false);
    }
  });
});

describe("a condition", () => {
  const young = { signal: { type: "tenure" }, is: "below", value: 30 };
  const summer = { signal: { type: "season", months: [6] }, is: "yes" };
  const nested = (times: number): object => (times === 0 ? young : { not: nested(times - 1) });
  const accepts = (when: unknown) =>
    ruleDefinition.safeParse(stored({ ...sample, when })).success &&
    ruleDefinition.safeParse(stored({ ...sample, except: [{ when }] })).success;

  it.each<[string, object]>([
    ["a comparison", young],
    ["a range", { signal: { type: "tenure" }, is: "between", from: 1, to: 2 }],
    ["a yes", summer],
    ["all", { all: [young, summer] }],
    ["any", { any: [young, { not: summer }] }],
    ["as deep as may be", nested(4)],
  ])("may be %s, and comes back as it was", (_what, when) => {
    expect(accepts(when)).toBe(true);
    expect(ruleDefinition.parse(stored({ ...sample, when }))).toEqual({ ...sample, when });
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["null", null],
    ["an empty list", { all: [] }],
    ["too long", { any: Array(21).fill(young) }],
    ["too deep", nested(5)],
    ["far too deep", nested(3_000)],
    ["two things at once", { ...young, all: [young] }],
    ["all and any", { all: [young], any: [young] }],
    ["a test that is none", { ...young, is: "like" }],
    ["a limit in words", { ...young, value: "30" }],
    ["a limit for a yes", { ...summer, value: 1 }],
    ["no limit", { signal: young.signal, is: "below" }],
    ["half a range", { signal: young.signal, is: "between", from: 1 }],
    ["a signal that is none", { ...young, signal: { type: "mood" } }],
    ["anything more deep inside", { all: [{ any: [{ ...young, sql: "1=1" }] }] }],
  ])("is refused when it is %s", (_what, when) => expect(accepts(when)).toBe(false));

  it("makes a rule of its own, without a signal", () => {
    const { signal: _signal, missing: _missing, ...rest } = sample;
    const alone = { ...rest, when: young, effect: { type: "points", points: 20 } };
    expect(ruleDefinition.parse(stored(alone))).toEqual(alone);
    expect(ruleDefinition.safeParse({ ...alone, when: undefined }).success).toBe(false);
    expect(ruleDefinition.safeParse({ ...alone, signal: sample.signal, missing: "ignore" }).success).toBe(false);
    expect(ruleDefinition.safeParse({ ...sample, effect: alone.effect }).success).toBe(false);
    expect(ruleDefinition.safeParse({ ...alone, effect: sample.effect }).success).toBe(false);
  });

  it("can make exceptions: not at all, or so many times, at most ten", () => {
    const except = (times: unknown) =>
      ruleDefinition.safeParse({ ...sample, except: [{ when: young, times }] }).success;
    expect([undefined, 0, 0.5].map(except)).toEqual([true, true, true]);
    expect(["half", Number.NaN, null].map(except)).toEqual([false, false, false]);
    const many = (count: number) => ({ ...sample, except: Array(count).fill({ when: young }) });
    expect(ruleDefinition.safeParse(many(10)).success).toBe(true);
    expect(ruleDefinition.safeParse(many(11)).success).toBe(false);
  });
});

describe("groups", () => {
  it("cannot lie in groups: there is no way to go round in circles", () => {
    const [group] = DEFAULT_RULE_SET.groups;
    expect(ruleGroups.safeParse([{ ...group, group: group?.key }]).success).toBe(false);
  });
});

describe("a rule", () => {
  it.each<[string, object]>([
    ["an empty key", { key: "" }],
    ["a key without end", { key: "x".repeat(101) }],
    ["a category that is none", { category: "astrology" }],
    ["a category of the prototype", { category: "constructor" }],
    ["a policy that is none", { missing: "guess" }],
    ["an effect that is none", { effect: { type: "script", code: "process.exit()" } }],
    ["a step at no number", { effect: { type: "step", thresholds: [{ from: "1", points: 5 }] } }],
    ["endless points", { effect: { type: "ramp", from: 0, to: 1, points: Number.POSITIVE_INFINITY } }],
    ["points that are no number", { effect: { type: "ramp", from: 0, to: 1, points: Number.NaN } }],
    ["too many steps", { effect: { type: "step", thresholds: Array(51).fill({ from: 1, points: 1 }) } }],
    ["a cap in words", { capPoints: "50" }],
    ["no signal", { signal: null }],
  ])("is refused with %s", (_what, change) => {
    expect(ruleDefinition.safeParse({ ...sample, ...change }).success).toBe(false);
  });

  it.each<[string, object]>([
    ["a kind that does not exist", { type: "count", filter: { kinds: ["fax"] }, windowDays: 30 }],
    ["a window of no days", { type: "count", filter: {}, windowDays: 0 }],
    ["a window before time", { type: "count", filter: {}, windowDays: -5 }],
    ["a window of a million years", { type: "count", filter: {}, windowDays: 365e6 }],
    ["a month that is none", { type: "season", months: [13] }],
  ])("that passes the schema does not compile with %s", (_what, given) => {
    const signal = signalSpec.parse(stored(given));
    expect(() => compile([{ ...sample, signal }])).toThrow(/signal/);
  });

  it.each<[string, object]>([
    ["a signal that is none", { type: "regexp", pattern: "(a+)+$" }],
    ["a type of the prototype", { type: "constructor" }],
    ["a valence between", { type: "count", filter: { valences: [0.5] }, windowDays: 30 }],
    ["too many kinds", { type: "count", filter: { kinds: Array(201).fill("login") }, windowDays: 30 }],
    ["half a month", { type: "season", months: [1.5] }],
    ["a nested filter", { type: "days-since", filter: { kinds: [["login"]] } }],
  ])("is refused with %s", (_what, signal) => expect(signalSpec.safeParse(signal).success).toBe(false));
});
