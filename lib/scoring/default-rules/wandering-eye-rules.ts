import type { Category } from "@/lib/kinds/categories";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** Each weighs most on its day and fades by the half-life of its kind. */
export const WANDERING_EYE_RULES: readonly RuleDefinition[] = [
  fadingRule("competitor-price", "Attractive competitor price", "market-signal", 20),
  fadingRule("new-competitor", "New competitor", "market-signal", 12),
  fadingRule("merger-acquisition", "Merger or acquisition", "market-signal", 20),
  fadingRule("new-decision-maker", "New decision-maker", "market-signal", 20),
  fadingRule("new-management", "New management", "market-signal", 14),
  fadingRule("layoffs", "Layoffs", "market-signal", 14),
  fadingRule("champion-left", "Champion left", "market-signal", 22),
  fadingRule("budget-cut", "Budget cut", "market-signal", 16),
  fadingRule("price-increase", "Price increase", "contract", 18),
  fadingRule("price-relief-request", "Request for price relief", "contract", 18),
  fadingRule("unoffered-service-request", "Request for a service not offered", "contract", 12),
];

function fadingRule(kind: string, label: string, category: Category, points: number): RuleDefinition {
  return {
    key: kind,
    label,
    category,
    group: "wandering-eye",
    signal: { type: "decayed-sum", filter: { kinds: [kind] }, measure: "count" },
    effect: { type: "ramp", from: 0, to: 1, points },
    missing: "ignore",
  };
}
