import type { Condition } from "@/lib/scoring/condition";
import type { Effect, RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";
import { naiveSignal } from "./naive-signal";

export interface NaiveConfiguration {
  readonly rules: readonly RuleDefinition[];
  readonly groups: readonly RuleGroup[];
  readonly intercept: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Log-odds and each rule's points, straight from what the words mean; for the scorer to agree with. */
export function naiveScore(
  { rules, groups, intercept, weights }: NaiveConfiguration,
  touchpoints: TouchpointColumns,
  known: CustomerFacts,
  asOfMs: number,
): { readonly logOdds: number; readonly points: readonly number[] } {
  const read: Read = (spec) => naiveSignal(spec, touchpoints, known, asOfMs);
  const alone = rules.map((rule) => {
    const given = timesOf(rule, read) * pointsOf(rule, read);
    return clamp(given, rule.capPoints ?? Number.POSITIVE_INFINITY);
  });
  const capped = alone.map((one, at) => {
    const group = groups.find(({ key }) => key === rules[at]!.group);
    if (group === undefined) return one;
    const together = sum(alone.filter((_, other) => rules[other]!.group === group.key));
    return together === 0 ? one : one * (clamp(together, group.capPoints) / together);
  });
  const points = capped.map((one, at) => one * (weights.get(rules[at]!.key) ?? 1));
  return { logOdds: intercept + (sum(points) * Math.log(2)) / 20, points };
}

type Read = (spec: SignalSpec) => number;

function timesOf({ when, except = [] }: RuleDefinition, read: Read): number {
  if (when !== undefined && !naivelyHolds(when, read)) return 0;
  const exception = except.find((one) => naivelyHolds(one.when, read));
  return exception === undefined ? 1 : (exception.times ?? 0);
}

/** Whether a condition holds, straight from what its words mean. */
export function naivelyHolds(condition: Condition, read: Read): boolean {
  if ("all" in condition) return !condition.all.some((part) => !naivelyHolds(part, read));
  if ("any" in condition) return condition.any.some((part) => naivelyHolds(part, read));
  if ("not" in condition) return !naivelyHolds(condition.not, read);
  const value = read(condition.signal);
  const isMissing = Number.isNaN(value);
  if (condition.is === "missing") return isMissing;
  if (isMissing) return false;
  switch (condition.is) {
    case "at-least":
      return !(value < condition.value);
    case "at-most":
      return !(value > condition.value);
    case "above":
      return !(value <= condition.value);
    case "below":
      return !(value >= condition.value);
    case "between":
      return !(value < condition.from || value > condition.to);
    case "yes":
      return value !== 0;
    case "no":
      return value !== 1;
    case "known":
      return true;
  }
}

function pointsOf({ effect, signal, missing = "ignore" }: RuleDefinition, read: Read): number {
  if (effect.type === "points") return effect.points;
  const value = signal === undefined ? Number.NaN : read(signal);
  if (!Number.isNaN(value)) return effectAt(effect, value);
  const possible = effect.type === "ramp" ? [0, effect.points] : [0, ...effect.thresholds.map(({ points }) => points)];
  const policies = {
    ignore: 0,
    neutral: (Math.min(...possible) + Math.max(...possible)) / 2,
    "counts-against": Math.max(...possible),
  };
  return policies[missing];
}

function effectAt(effect: Exclude<Effect, { type: "points" }>, value: number): number {
  if (effect.type === "step") {
    const reached = effect.thresholds.filter(({ from }) => from <= value);
    const highest = Math.max(...reached.map(({ from }) => from));
    return reached.find(({ from }) => from === highest)?.points ?? 0;
  }
  const way = (value - effect.from) / (effect.to - effect.from);
  if (way <= 0) return 0;
  return way >= 1 ? effect.points : way * effect.points;
}

function clamp(points: number, cap: number): number {
  return Math.abs(points) <= cap ? points : Math.sign(points) * cap;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
