import type { Category } from "@/lib/kinds/categories";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { Reason } from "@/lib/scoring/types";

const categories = new WeakMap<readonly RuleDefinition[], ReadonlyMap<string, Category>>();

/** The category of the rule that raises the risk most; null when nothing does, or when it was learned and is no rule. */
export function reasonCategory(rules: readonly RuleDefinition[], top: Reason | undefined): Category | null {
  if (!top) return null;
  let byKey = categories.get(rules);
  if (!byKey) {
    byKey = new Map(rules.map((rule) => [rule.key, rule.category]));
    categories.set(rules, byKey);
  }
  return byKey.get(top.ruleKey) ?? null;
}
