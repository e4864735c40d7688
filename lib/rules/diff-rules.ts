import { isDeepStrictEqual } from "node:util";
import type { RuleDefinition, RuleGroup, RuleSetDefinition } from "@/lib/scoring/rule-definition";

/** What one rule set has that another has not; pairs are (before, after). */
export type RuleDifferences = Readonly<{
  added: readonly RuleDefinition[];
  removed: readonly RuleDefinition[];
  changed: readonly (readonly [RuleDefinition, RuleDefinition])[];
  addedGroups: readonly RuleGroup[];
  removedGroups: readonly RuleGroup[];
  changedGroups: readonly (readonly [RuleGroup, RuleGroup])[];
}>;

/** Compares two rule sets by key; the order of rules decides nothing and is no difference. */
export function diffRules(before: RuleSetDefinition, after: RuleSetDefinition): RuleDifferences {
  const rules = diffByKey(before.rules, after.rules);
  const groups = diffByKey(before.groups, after.groups);
  return { ...rules, addedGroups: groups.added, removedGroups: groups.removed, changedGroups: groups.changed };
}

function diffByKey<Entry extends { readonly key: string }>(before: readonly Entry[], after: readonly Entry[]) {
  const earlier = new Map(before.map((entry) => [entry.key, entry]));
  const later = new Set(after.map(({ key }) => key));
  const changed: (readonly [Entry, Entry])[] = [];
  for (const entry of after) {
    const was = earlier.get(entry.key);
    // As JSON: what is undefined and what is left out are the same rule.
    if (was && !isDeepStrictEqual(plain(was), plain(entry))) changed.push([was, entry]);
  }
  return {
    added: after.filter(({ key }) => !earlier.has(key)),
    removed: before.filter(({ key }) => !later.has(key)),
    changed,
  };
}

function plain(entry: object): unknown {
  return JSON.parse(JSON.stringify(entry));
}
