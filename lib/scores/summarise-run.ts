import type { PoolClient } from "pg";
import { SUMMARY_COLUMNS, SUMMARY_FIGURES } from "./summary-figures";

/**
 * Reckons the figures above the leaderboard for a run, one row for each owner, so that reading them costs as many rows as
 * there are owners, however many customers. From then on whoever writes, moves or withdraws a score keeps them true.
 * @returns how many customers are in each band, those who departed included
 */
export async function summariseRun(
  client: PoolClient,
  organisationId: number,
  runId: number,
): Promise<Record<string, number>> {
  await client.query("DELETE FROM risk_summary WHERE organisation_id = $1", [organisationId]);
  await client.query(
    `INSERT INTO risk_summary (organisation_id, run_id, owner_id, ${SUMMARY_COLUMNS})
     SELECT $1, $2, coalesce(owner_id, 0), ${SUMMARY_FIGURES}
     FROM score WHERE organisation_id = $1 AND run_id = $2 GROUP BY coalesce(owner_id, 0)`,
    [organisationId, runId],
  );
  const { rows } = await client.query<{ band: string; customers: number }>(
    "SELECT band, count(*)::int AS customers FROM score WHERE organisation_id = $1 AND run_id = $2 GROUP BY band",
    [organisationId, runId],
  );
  return Object.fromEntries(rows.map((row) => [row.band, row.customers]));
}
