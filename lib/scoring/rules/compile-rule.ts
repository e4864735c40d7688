import type { MissingPolicy, RuleDefinition } from "@/lib/scoring/rule-definition";
import { type CompiledEffect, compileEffect } from "@/lib/scoring/rules/compile-effect";

/** A rule ready to turn its signal's value into points. */
export interface CompiledRule {
  readonly definition: RuleDefinition;
  readonly effect: CompiledEffect;
  readonly missingPoints: number;
  readonly capPoints: number;
}

/** Makes a checked rule ready. */
export function compileRule(definition: RuleDefinition): CompiledRule {
  const effect = compileEffect(definition.effect);
  return {
    definition,
    effect,
    missingPoints: pointsWhenMissing(effect, definition.missing ?? "ignore"),
    capPoints: definition.capPoints ?? Number.POSITIVE_INFINITY,
  };
}

function pointsWhenMissing(effect: CompiledEffect, policy: MissingPolicy): number {
  switch (policy) {
    case "ignore":
      return 0;
    case "neutral":
      return (effect.least + effect.most) / 2;
    case "counts-against":
      return effect.most;
  }
}

/** The rule's points at a signal's value (NaN: missing), so many times, within its cap. */
export function pointsOf(rule: CompiledRule, value: number, times = 1): number {
  const points = Number.isNaN(value) ? rule.missingPoints : rule.effect.pointsAt(value);
  return Math.min(rule.capPoints, Math.max(-rule.capPoints, times * points));
}
