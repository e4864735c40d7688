import type { Comparison, Condition } from "@/lib/scoring/condition";

/** Every comparison of a condition, from left to right. */
export function listComparisons(condition: Condition): readonly Comparison[] {
  if ("all" in condition) return condition.all.flatMap(listComparisons);
  if ("any" in condition) return condition.any.flatMap(listComparisons);
  if ("not" in condition) return listComparisons(condition.not);
  return [condition];
}
