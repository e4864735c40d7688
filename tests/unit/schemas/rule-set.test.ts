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
    expect(ruleDefinition.safeParse({ ...rule, signal: { ...rule.signal, sql: "1=1" } }).success).toBe(false);
    expect(ruleDefinition.safeParse({ ...rule, effect: { ...rule.effect, script: "x" } }).success).toBe(false);
    if (rule.signal && "filter" in rule.signal) {
      const filter = { ...rule.signal.filter, pattern: "(a+)+$" };
      expect(ruleDefinition.safeParse({ ...rule, signal: { ...rule.signal, filter } }).success).toBe(false);
    }
  });

  it.each(["key", "label", "category", "signal", "effect", "missing"] as const)("need their %s", (field) => {
    for (const [, rule] of RULES) {
      const { [field]: _left, ...rest } = rule;
      expect(ruleDefinition.safeParse(rest).success).toBe(false);
    }
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
