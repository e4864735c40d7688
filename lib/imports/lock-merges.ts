import type { PoolClient } from "pg";

/**
 * Keeps merges and deletions of one organisation apart until the end of the transaction. Merges share the lock: a customer
 * or kind that one of them has looked up is still there when its rows are stored. An undo that takes customers or kinds
 * away holds it alone; touchpoints have no foreign keys that would notice.
 */
export async function lockMerges(
  client: PoolClient,
  organisationId: number,
  mode: "shared" | "exclusive",
): Promise<void> {
  const lock = mode === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  await client.query(`SELECT ${lock}(hashtextextended($1, 0))`, [`merges of ${organisationId}`]);
}
