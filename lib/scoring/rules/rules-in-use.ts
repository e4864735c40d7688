import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** The rules that give points: those that are not switched off. */
export function rulesInUse(rules: readonly RuleDefinition[]): readonly RuleDefinition[] {
  return rules.filter(({ off }) => off !== true);
}
