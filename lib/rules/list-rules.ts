import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { listKinds } from "@/lib/kinds/list-kinds";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import { describeRule, type RuleDescription } from "@/lib/scoring/reasons/describe-rule";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";

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

/** The newest published rule set in words, or undefined when none was published. */
export async function listRules(member: Member): Promise<ListedRuleSet | undefined> {
  const { organisationId } = member;
  const kinds = await listKinds(member);
  const published = await withTenant(organisationId, (tx) =>
    tx.ruleSet.findFirst({
      where: { organisationId, state: "published" },
      orderBy: { version: "desc" },
      select: {
        version: true,
        publishedAt: true,
        publishedBy: true,
        groups: true,
        rules: { orderBy: { position: "asc" }, select: { definition: true } },
      },
    }),
  );
  if (!published) return undefined;
  return {
    ...published,
    groups: ruleGroups.parse(published.groups),
    rules: published.rules.map(({ definition }) => {
      const rule = ruleDefinition.parse(definition);
      return { rule, description: describeRule(rule, kinds) };
    }),
  };
}
