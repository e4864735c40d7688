import type { TenantTransaction } from "@/lib/db/with-tenant";

/** Touchpoints of a merged kind became those of another, and when the last one had. */
export type KindMove = Readonly<{ intoId: number; movedMs: number }>;

/** The merges of kinds that are done. */
export async function loadKindMoves(tx: TenantTransaction, organisationId: number): Promise<readonly KindMove[]> {
  const merged = await tx.kind.findMany({
    where: { organisationId, mergedIntoId: { not: null }, movedAt: { not: null } },
    select: { mergedIntoId: true, movedAt: true },
  });
  return merged.flatMap(({ mergedIntoId, movedAt }) =>
    mergedIntoId === null || movedAt === null ? [] : [{ intoId: mergedIntoId, movedMs: movedAt.getTime() }],
  );
}
