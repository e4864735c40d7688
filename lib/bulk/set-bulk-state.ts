import type { PoolClient } from "pg";

type NewState = Readonly<{
  organisationId: number;
  bulkChangeId: number;
  state: "running" | "done" | "undone";
  kept?: number;
}>;

/** Writes how far a bulk change is, with how many customers it has changed. */
export async function setBulkState(
  client: PoolClient,
  { organisationId, bulkChangeId, state, kept = 0 }: NewState,
): Promise<void> {
  await client.query(
    `UPDATE bulk_change SET state = $3, kept = $4,
            changed = (SELECT count(*)::int FROM bulk_change_row WHERE organisation_id = $1 AND bulk_change_id = $2),
            finished_at = CASE WHEN $3 = 'done' THEN now() ELSE finished_at END,
            undone_at = CASE WHEN $3 = 'undone' THEN now() END
     WHERE organisation_id = $1 AND id = $2`,
    [organisationId, bulkChangeId, state, kept],
  );
}
