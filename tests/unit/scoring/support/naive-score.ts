import type { Effect, RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
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
  const alone = rules.map((rule) => {
    const given = pointsOf(rule, naiveSignal(rule.signal, touchpoints, known, asOfMs));
    return clamp((weights.get(rule.key) ?? 1) * given, rule.capPoints ?? Number.POSITIVE_INFINITY);
  });
  const points = alone.map((one, at) => {
    const group = groups.find(({ key }) => key === rules[at]!.group);
    if (group === undefined) return one;
    const together = sum(alone.filter((_, other) => rules[other]!.group === group.key));
    return together === 0 ? one : one * (clamp(together, group.capPoints) / together);
  });
  return { logOdds: intercept + (sum(points) * Math.log(2)) / 20, points };
}

function pointsOf({ effect, missing }: RuleDefinition, value: number): number {
  if (!Number.isNaN(value)) return effectAt(effect, value);
  const possible = effect.type === "ramp" ? [0, effect.points] : [0, ...effect.thresholds.map(({ points }) => points)];
  const policies = {
    ignore: 0,
    neutral: (Math.min(...possible) + Math.max(...possible)) / 2,
    "counts-against": Math.max(...possible),
  };
  return policies[missing];
}

function effectAt(effect: Effect, value: number): number {
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
