import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import { checkRules } from "@/lib/scoring/rules/check-rules";
import type { ScoringKind } from "@/lib/scoring/types";

/**
 * What is wrong with one rule, as sentences by their path within it: `signal.windowDays`. The checker is the one that
 * scoring itself uses.
 * @param words `say` puts what is wrong in the reader's language; `partOf` names the part of a condition that another one speaks of
 */
export function checkRule(
  rule: RuleDefinition,
  { kinds, groups }: Readonly<{ kinds: readonly ScoringKind[]; groups: readonly RuleGroup[] }>,
  { partOf, say }: Readonly<{ partOf: (number: number) => string; say: (english: string) => string }>,
): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  checkRules({ rules: [rule], groups }, new Set(kinds.map(({ key }) => key)), (path, message) => {
    const told = message.replace(/rules\[0\]\.\S*\[(\d+)\]/, (_all, at: string) => partOf(Number(at) + 1));
    const at = path.replace("rules[0].", "");
    if (!faults.has(at)) faults.set(at, say(`${told.charAt(0).toUpperCase()}${told.slice(1)}.`));
  });
  return faults;
}
