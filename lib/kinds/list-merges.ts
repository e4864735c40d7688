import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";

/** A name that leads to another kind. */
export type ListedMerge = Readonly<{ key: string; label: string; into: string }>;

/** Kinds that were merged, with the label of the one that they lead to. */
export async function listMerges({ organisationId }: Member): Promise<readonly ListedMerge[]> {
  return withTenant(organisationId, async (tx) => {
    const merged = await tx.kind.findMany({
      where: { organisationId, mergedIntoId: { not: null } },
      orderBy: [{ label: "asc" }, { id: "asc" }],
      select: { key: true, label: true, mergedIntoId: true },
    });
    const kept = await tx.kind.findMany({
      where: { organisationId, id: { in: merged.flatMap(({ mergedIntoId }) => mergedIntoId ?? []) } },
      select: { id: true, label: true },
    });
    const labelById = new Map(kept.map(({ id, label }) => [id, label]));
    return merged.map(({ key, label, mergedIntoId }) => ({
      key,
      label,
      into: labelById.get(mergedIntoId ?? -1) ?? "",
    }));
  });
}
