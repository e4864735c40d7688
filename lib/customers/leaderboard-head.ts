import type { PoolClient } from "pg";
import type { BandFloors } from "@/lib/bands/bands";

/** What every page of the leaderboard is of: the run that readers see, and what decides bands and days. */
export type LeaderboardHead = Readonly<{
  runId: number;
  floors: BandFloors;
  currency: string;
  timeZone: string;
  horizonDays: number;
  /** The day of the scores in the organisation's zone, ISO. */
  day: string;
}>;

type HeadRow = Readonly<{
  run_id: number;
  band_watch: number;
  band_at_risk: number;
  band_critical: number;
  currency: string;
  time_zone: string;
  horizon_days: number;
  day: string;
}>;

/** Null while nobody was scored. */
export async function readLeaderboardHead(client: PoolClient, organisationId: number): Promise<LeaderboardHead | null> {
  const { rows } = await client.query<HeadRow>(
    `SELECT r.id AS run_id, g.band_watch, g.band_at_risk, g.band_critical, g.currency, g.time_zone, g.horizon_days,
            (r.as_of AT TIME ZONE g.time_zone)::date::text AS day
     FROM organisation g JOIN score_run r ON r.organisation_id = g.id AND r.id = g.current_score_run_id
     WHERE g.id = $1`,
    [organisationId],
  );
  const [row] = rows;
  if (!row) return null;
  const floors = { watch: row.band_watch, "at-risk": row.band_at_risk, critical: row.band_critical };
  return {
    runId: row.run_id,
    floors,
    currency: row.currency,
    timeZone: row.time_zone,
    horizonDays: row.horizon_days,
    day: row.day,
  };
}
