import type { PoolClient } from "pg";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { BULK_TYPES, bulkSelection } from "@/lib/schemas/bulk-change";

const stored = z.object({
  type: z.enum(BULK_TYPES),
  value: z.string(),
  selection: bulkSelection,
  bookOfId: z.int().nullable(),
  memberId: z.int().nullable(),
  memberName: z.string(),
  state: z.enum(["queued", "running", "done", "undoing", "undone"]),
});
export type StoredBulkChange = z.infer<typeof stored>;

/** @throws AppError not-found */
export async function loadBulkChange(
  client: PoolClient,
  organisationId: number,
  bulkChangeId: number,
): Promise<StoredBulkChange> {
  const { rows } = await client.query(
    `SELECT type, value, selection, book_of_id AS "bookOfId", member_id AS "memberId", member_name AS "memberName", state
     FROM bulk_change WHERE organisation_id = $1 AND id = $2`,
    [organisationId, bulkChangeId],
  );
  if (rows.length === 0) throw new AppError("not-found", "There is no such change.");
  return stored.parse(rows[0]);
}
