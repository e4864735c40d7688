import type { Member } from "@/lib/auth/member";
import { listKinds } from "@/lib/kinds/list-kinds";
import { describeRule, type RuleDescription } from "@/lib/scoring/reasons/describe-rule";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import { readRuleSet } from "./read-rule-set";

/** A rule with its words: message ids of the namespace `reasons` and the values they are filled with. */
export type ListedRule = Readonly<{ rule: RuleDefinition; description: RuleDescription }>;

/** The rule set that scores today. */
export type ListedRuleSet = Readonly<{
  version: number;
  publishedAt: Date | null;
  publishedBy: string | null;
  groups: readonly RuleGroup[];
  rules: readonly ListedRule[];
}>;

/** The rule set in force in words, or undefined when there is none. */
export async function listRules(member: Member): Promise<ListedRuleSet | undefined> {
  const kinds = await listKinds(member);
  const inForce = await readRuleSet(member);
  return (
    inForce && { ...inForce, rules: inForce.rules.map((rule) => ({ rule, description: describeRule(rule, kinds) })) }
  );
}
