import type { Condition } from "@/lib/scoring/condition";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** The conditions of a rule: its own, if it has one, and those of its exceptions. */
export function conditionsOf({ when, except = [] }: RuleDefinition): readonly Condition[] {
  const exceptions = except.map((exception) => exception.when);
  return when === undefined ? exceptions : [when, ...exceptions];
}
