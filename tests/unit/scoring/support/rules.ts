import { compileScorer } from "@/lib/scoring/compile-scorer";
import type { RampEffect, RuleDefinition, SignalRule, StepEffect } from "@/lib/scoring/rule-definition";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { Scorer } from "@/lib/scoring/types";
import { KINDS } from "./catalogue";

/** A rule that is sound unless a test says otherwise: 10 points from one complaint in 60 days. */
export function rule(given: Partial<SignalRule> = {}): SignalRule {
  return {
    key: "complaints",
    label: "Complaints piling up",
    category: "complaint",
    signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 },
    effect: step([1, 10]),
    missing: "ignore",
    ...given,
  };
}

export function step(...thresholds: readonly (readonly [from: number, points: number])[]): StepEffect {
  return { type: "step", thresholds: thresholds.map(([from, points]) => ({ from, points })) };
}

export function ramp(from: number, to: number, points: number): RampEffect {
  return { type: "ramp", from, to, points };
}

/** A rule whose points are 1 for each unit of its signal, as far as rules allow. */
export function linearRule(key: string, signal: SignalSpec): SignalRule {
  return rule({ key, signal, effect: ramp(0, 100, 100) });
}

/** A configuration of rules over the small catalogue, with weight 1 and no intercept. */
export function configuration(
  rules: readonly RuleDefinition[],
  given: Partial<ScoringConfiguration> = {},
): ScoringConfiguration {
  return { kinds: KINDS, rules, model: { intercept: 0, weights: new Map() }, horizonDays: 90, ...given };
}

export function scorer(rules: readonly RuleDefinition[], given: Partial<ScoringConfiguration> = {}): Scorer {
  return compileScorer(configuration(rules, given));
}
