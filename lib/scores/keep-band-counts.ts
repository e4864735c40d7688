import type { PoolClient } from "pg";

/** Keeps with a run how many current customers it found in each band, from the figures that were just summed up. */
export async function keepBandCounts(client: PoolClient, organisationId: number, runId: number): Promise<void> {
  await client.query(
    `UPDATE score_run SET band_counts = (
       SELECT jsonb_build_object('calm', coalesce(sum(calm), 0), 'watch', coalesce(sum(watch), 0),
                'at-risk', coalesce(sum(at_risk), 0), 'critical', coalesce(sum(critical), 0))
       FROM risk_summary WHERE organisation_id = $1 AND run_id = $2)
     WHERE organisation_id = $1 AND id = $2`,
    [organisationId, runId],
  );
}
