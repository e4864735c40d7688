import type { PoolClient } from "pg";
import type { TenantTransaction } from "@/lib/db/with-tenant";

/** The lock that merges share, as a statement whose parameter is its name as text. */
export const LOCK_MERGES_SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended($1::text, 0))";

/** What the lock is known by, as `hashtextextended(name, 0)`. */
export function mergesName(organisationId: number): string {
  return `merges of ${organisationId}`;
}

/**
 * Keeps merges and deletions of one organisation apart until the end of the transaction. Merges share the lock: a customer
 * or kind that one of them has looked up is still there when its rows are stored. An undo that takes customers or kinds
 * away, and whoever makes one kind of two, holds it alone, and says by the version that what was looked up before does not
 * hold any more; touchpoints have no foreign keys that would notice.
 */
export async function lockMerges(
  executor: PoolClient | TenantTransaction,
  organisationId: number,
  mode: "shared" | "exclusive",
): Promise<void> {
  const run = (statement: string, value: string | number) =>
    "$queryRawUnsafe" in executor
      ? executor.$queryRawUnsafe(statement, value)
      : executor.query({ text: statement, values: [value] });
  const lock = mode === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  // As text, for Prisma cannot read the void that the function returns.
  await run(`SELECT ${lock}(hashtextextended($1, 0))::text`, mergesName(organisationId));
  if (mode === "shared") return;
  await run("UPDATE organisation SET lookup_version = lookup_version + 1 WHERE id = $1", organisationId);
}
