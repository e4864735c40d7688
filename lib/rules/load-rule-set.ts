import type { TenantTransaction } from "@/lib/db/with-tenant";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";

/** The draft's place among the versions. */
export const DRAFT_VERSION = 0;

/** A rule set as it is stored, published or the draft. */
export type StoredRuleSet = RuleSetDefinition &
  Readonly<{
    version: number;
    note: string;
    publishedAt: Date | null;
    publishedBy: string | null;
    revision: number;
    basedOn: number | null;
    changedAt: Date | null;
    changedBy: string | null;
  }>;

/** A version of the rules, or the draft; undefined for one that the organisation does not have. */
export async function loadRuleSet(
  tx: TenantTransaction,
  organisationId: number,
  version: number,
): Promise<StoredRuleSet | undefined> {
  const stored = await tx.ruleSet.findUnique({
    where: { organisationId_version: { organisationId, version } },
    include: { rules: { orderBy: [{ position: "asc" }, { key: "asc" }], select: { definition: true } } },
  });
  if (!stored) return undefined;
  const { note, publishedAt, publishedBy, revision, basedOn, changedAt, changedBy } = stored;
  return {
    ...{ version, note, publishedAt, publishedBy, revision, basedOn, changedAt, changedBy },
    groups: ruleGroups.parse(stored.groups),
    rules: stored.rules.map(({ definition }) => ruleDefinition.parse(definition)),
  };
}
