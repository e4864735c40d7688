import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { RunningJob } from "@/lib/jobs/task-payloads";
import type { BulkType } from "@/lib/schemas/bulk-change";
import { moveScores } from "@/lib/scores/move-scores";
import { loadBulkChange } from "./load-bulk-change";
import { setBulkState } from "./set-bulk-state";

/**
 * $1 organisation, $2 change, $3 its value. Only what is still as the change left it is put back: what somebody changed
 * since is kept.
 */
const UNDO: Readonly<Record<BulkType, string>> = {
  assign: `UPDATE customer c SET owner_id = r.before::int, updated_at = now() FROM bulk_change_row r
    WHERE r.organisation_id = $1 AND r.bulk_change_id = $2 AND c.organisation_id = $1 AND c.id = r.customer_id
      AND c.owner_id IS NOT DISTINCT FROM nullif($3, 'none')::int RETURNING c.id`,
  tag: `DELETE FROM customer_tag t USING bulk_change_row r
    WHERE r.organisation_id = $1 AND r.bulk_change_id = $2 AND t.organisation_id = $1 AND t.tag = $3
      AND t.customer_id = r.customer_id RETURNING t.customer_id AS id`,
  untag: `INSERT INTO customer_tag (organisation_id, tag, customer_id, added_by_name)
    SELECT $1, $3, r.customer_id, r.before FROM bulk_change_row r
    WHERE r.organisation_id = $1 AND r.bulk_change_id = $2 ON CONFLICT DO NOTHING RETURNING customer_id AS id`,
  snooze: `WITH ours AS (
      DELETE FROM customer_snooze z USING bulk_change_row r
      WHERE r.organisation_id = $1 AND r.bulk_change_id = $2 AND z.organisation_id = $1 AND z.customer_id = r.customer_id
        AND z.until = $3::date RETURNING r.customer_id, r.before, z.snoozed_by_name),
    former AS (
      SELECT customer_id, before, snoozed_by_name FROM ours)
    SELECT customer_id AS id, before, snoozed_by_name FROM former`,
};

/** Takes a change of many customers back, in one transaction: all of it or nothing. */
export async function undoBulkChange({ organisationId, payload }: RunningJob<"undo-bulk-change">): Promise<void> {
  const { bulkChangeId } = payload;
  await withTenantClient(organisationId, async (client) => {
    const { type, value, state } = await loadBulkChange(client, organisationId, bulkChangeId);
    if (state === "undone") return;
    type Undone = Readonly<{ id: number; before?: string | null; snoozed_by_name?: string }>;
    const { rows } = await client.query<Undone>(UNDO[type], [organisationId, bulkChangeId, value]);
    if (type === "assign") {
      await moveScores(
        client,
        organisationId,
        rows.map((row) => row.id),
      );
    }
    const former = rows.filter((row) => typeof row.before === "string");
    if (type === "snooze" && former.length > 0) {
      await client.query(
        `INSERT INTO customer_snooze (organisation_id, customer_id, until, snoozed_by_name)
         SELECT $1, id, until::date, by FROM unnest($2::int[], $3::text[], $4::text[]) AS former(id, until, by)`,
        [
          organisationId,
          former.map((row) => row.id),
          former.map((row) => row.before),
          former.map((row) => row.snoozed_by_name),
        ],
      );
    }
    const { rows: noted } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM bulk_change_row WHERE organisation_id = $1 AND bulk_change_id = $2",
      [organisationId, bulkChangeId],
    );
    const kept = (noted[0]?.count ?? 0) - rows.length;
    await setBulkState(client, { organisationId, bulkChangeId, state: "undone", kept });
  });
}
