import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";
import { replaceKinds } from "@/lib/scoring/rules/replace-kinds";

/** Rules of earlier days under the kinds of today: one that was merged since is named by the one it was merged into. */
export async function followMerges(
  tx: TenantTransaction,
  organisationId: number,
  rules: RuleSetDefinition,
): Promise<RuleSetDefinition> {
  const kinds = await tx.kind.findMany({
    where: { organisationId },
    select: { id: true, key: true, mergedIntoId: true },
  });
  const keyById = new Map(kinds.map(({ id, key }) => [id, key]));
  const merged = kinds.flatMap(({ key, mergedIntoId }) => {
    const into = mergedIntoId === null ? undefined : keyById.get(mergedIntoId);
    return into === undefined ? [] : [[key, into] as const];
  });
  return merged.length === 0 ? rules : replaceKinds(rules, new Map(merged));
}
