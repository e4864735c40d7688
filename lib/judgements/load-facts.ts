import { z } from "zod";
import type { TenantTransaction } from "@/lib/db/with-tenant";

const storedType = z.enum(["override", "comment", "withdrawal"]);

/** A customer whom people judged more often than this shows the newest. */
const MOST_FACTS = 1_000;

/** Everything that people said of a customer's risk up to a moment of the organisation's clock, in the order they said it. */
export async function loadFacts(
  tx: TenantTransaction,
  organisationId: number,
  customerId: number,
  upToMs: number | null = null,
) {
  const rows = await tx.judgement.findMany({
    where: { organisationId, customerId, ...(upToMs === null ? {} : { asOf: { lte: new Date(upToMs) } }) },
    orderBy: { id: "desc" },
    take: MOST_FACTS,
  });
  return rows.reverse().map((row) => ({
    ...row,
    type: storedType.parse(row.type),
    expiresAtMs: row.expiresAt?.getTime() ?? null,
  }));
}
