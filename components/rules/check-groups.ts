import type { RuleGroup } from "@/lib/scoring/rule-definition";
import { checkRules } from "@/lib/scoring/rules/check-rules";

/** What is wrong with groups, as sentences by their path: `groups[1].capPoints`. */
export function checkGroups(
  groups: readonly RuleGroup[],
  say: (english: string) => string,
): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  checkRules({ rules: [], groups }, new Set(), (path, message) => {
    if (!faults.has(path)) faults.set(path, say(`${message.charAt(0).toUpperCase()}${message.slice(1)}.`));
  });
  return faults;
}
