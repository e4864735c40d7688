import type { Comparison } from "@/lib/scoring/condition";
import type { Effect, RuleDefinition } from "@/lib/scoring/rule-definition";
import { blankSignal } from "@/lib/scoring/rules/blank-signal";

/** The comparison that a new condition begins with. */
export const BLANK_COMPARISON: Comparison = { signal: blankSignal("count"), is: "at-least", value: 1 };

/** Where a new rule begins; its key is made from its name when it is saved. */
export const BLANK_RULE: RuleDefinition = {
  key: "new",
  label: "",
  category: "complaint",
  signal: blankSignal("count"),
  effect: { type: "step", thresholds: [{ from: 1, points: 10 }] },
  missing: "ignore",
};

/**
 * The rule with points of another kind. Whatever fits is taken over; a rule that gives its points at once looks at its
 * condition alone, and needs one.
 */
export function withEffectType(rule: RuleDefinition, type: Effect["type"]): RuleDefinition {
  if (rule.effect.type === type) return rule;
  const { signal, missing, effect, when, ...rest } = rule;
  const points = strongest(effect);
  if (type === "points") return { ...rest, when: when ?? BLANK_COMPARISON, effect: { type, points } };
  const from = effect.type === "ramp" ? effect.from : effect.type === "step" ? (effect.thresholds[0]?.from ?? 1) : 1;
  return {
    ...rest,
    signal: signal ?? blankSignal("count"),
    missing: missing ?? "ignore",
    effect: type === "step" ? { type, thresholds: [{ from, points }] } : { type, from, to: from + 10, points },
    ...(when === undefined ? {} : { when }),
  };
}

function strongest(effect: Effect): number {
  if (effect.type !== "step") return effect.points;
  return effect.thresholds.reduce((most, { points }) => (Math.abs(points) > Math.abs(most) ? points : most), 0);
}
