import { nameSubject } from "@/lib/scoring/reasons/name-subject";
import type { Effect, RuleDefinition } from "@/lib/scoring/rule-definition";
import { compileRule } from "@/lib/scoring/rules/compile-rule";
import type { SignalKind, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { SignalFacts } from "@/lib/scoring/signals/signal-type";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** A rule in the abstract: "Number of complaints in 60 days", "3 or more: +34 points", "Not known: no points". */
export interface RuleDescription {
  readonly signal: ReasonText;
  /** One for each threshold of a step, or one for a ramp. */
  readonly effects: readonly ReasonText[];
  readonly whenMissing: ReasonText;
}

/** Puts a rule in words, from its definition alone, with the labels of the given kinds. */
export function describeRule(rule: RuleDefinition, kinds: readonly ScoringKind[]): RuleDescription {
  const kindByKey = new Map(kinds.map((kind) => [kind.key, kind]));
  return {
    signal: {
      id: `rule.${rule.signal.type}`,
      values: { ...nameSubject(rule, kindByKey), ...parametersOf(rule.signal) },
    },
    effects: describeEffect(rule.effect),
    whenMissing: {
      id: `whenMissing.${rule.missing}`,
      values: { points: compileRule(rule, 1).missingPoints },
    },
  };
}

function parametersOf<Kind extends SignalKind>(spec: SignalSpecs[Kind]): SignalFacts {
  return signalTypeOf(spec)?.parameters(spec) ?? {};
}

function describeEffect(effect: Effect): readonly ReasonText[] {
  if (effect.type === "step") {
    return effect.thresholds.map(({ from, points }) => ({ id: "effect.step", values: { from, points } }));
  }
  const { from, to, points } = effect;
  return [{ id: from < to ? "effect.rampUp" : "effect.rampDown", values: { from, to, points } }];
}
