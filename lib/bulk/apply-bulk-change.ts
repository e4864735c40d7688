import type { PoolClient } from "pg";
import type { BulkType } from "@/lib/schemas/bulk-change";
import { moveScores } from "@/lib/scores/move-scores";

/** What is done to some customers, and under which change. */
export type BulkStep = Readonly<{
  organisationId: number;
  bulkChangeId: number;
  type: BulkType;
  value: string;
  memberName: string;
  customerIds: readonly number[];
}>;

const NOTE = "INSERT INTO bulk_change_row (organisation_id, bulk_change_id, customer_id, before)";

/** $1 organisation, $2 change, $3 customers, $4 value, $5 who. What is already as wanted is left alone and not noted. */
const APPLY: Readonly<Record<BulkType, string>> = {
  assign: `WITH target AS (
      SELECT id, owner_id FROM customer WHERE organisation_id = $1 AND id = ANY ($3)
        AND owner_id IS DISTINCT FROM nullif($4, 'none')::int AND $5::text IS NOT NULL ORDER BY id FOR UPDATE),
    noted AS (${NOTE} SELECT $1, $2, id, owner_id::text FROM target ON CONFLICT DO NOTHING RETURNING customer_id)
    UPDATE customer SET owner_id = nullif($4, 'none')::int, updated_at = now()
    WHERE organisation_id = $1 AND id IN (SELECT customer_id FROM noted) RETURNING id`,
  tag: `WITH added AS (
      INSERT INTO customer_tag (organisation_id, tag, customer_id, added_by_name)
      SELECT $1, $4, id, $5 FROM unnest($3::int[]) id ON CONFLICT DO NOTHING RETURNING customer_id)
    ${NOTE} SELECT $1, $2, customer_id, NULL FROM added ON CONFLICT DO NOTHING RETURNING customer_id AS id`,
  untag: `WITH removed AS (
      DELETE FROM customer_tag WHERE organisation_id = $1 AND tag = $4 AND customer_id = ANY ($3)
      RETURNING customer_id, added_by_name)
    ${NOTE} SELECT $1, $2, customer_id, added_by_name FROM removed WHERE $5::text IS NOT NULL ON CONFLICT DO NOTHING
    RETURNING customer_id AS id`,
  snooze: `WITH noted AS (
      ${NOTE} SELECT $1, $2, id, (SELECT until::text FROM customer_snooze z WHERE z.organisation_id = $1 AND z.customer_id = id)
      FROM unnest($3::int[]) id ON CONFLICT DO NOTHING RETURNING customer_id)
    INSERT INTO customer_snooze (organisation_id, customer_id, until, snoozed_by_name)
    SELECT $1, customer_id, $4::date, $5 FROM noted
    ON CONFLICT (organisation_id, customer_id) DO UPDATE
    SET until = excluded.until, snoozed_at = now(), snoozed_by_name = excluded.snoozed_by_name RETURNING customer_id AS id`,
};

/** Changes some customers in the caller's transaction, noting what was before. @returns how many differ now */
export async function applyBulkChange(client: PoolClient, step: BulkStep): Promise<number> {
  const { rows } = await client.query<{ id: number }>(APPLY[step.type], [
    step.organisationId,
    step.bulkChangeId,
    step.customerIds,
    step.value,
    step.memberName,
  ]);
  if (step.type === "assign") {
    await moveScores(
      client,
      step.organisationId,
      rows.map((row) => row.id),
    );
  }
  return rows.length;
}
