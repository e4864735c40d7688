import type { Prisma } from "@/lib/db/generated/client";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";

type Place = Omit<Prisma.RuleSetUncheckedCreateInput, "groups" | "rules" | "models">;

/** Stores rules under a version that is free. */
export async function writeRuleSet(
  tx: TenantTransaction,
  place: Place,
  { rules, groups }: RuleSetDefinition,
): Promise<void> {
  const { organisationId, version } = place;
  await tx.ruleSet.create({ data: { ...place, groups: ruleGroups.parse(groups) }, select: { version: true } });
  await tx.rule.createMany({
    data: rules.map((rule, position) => ({
      ...{ organisationId, ruleSetVersion: version, key: rule.key, position },
      definition: ruleDefinition.parse(rule),
    })),
  });
}
