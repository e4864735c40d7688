import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import type { BandCountsAt } from "@/lib/charts/band-trend";
import { withTenant } from "@/lib/db/with-tenant";

const MOST_RUNS = 26;
const count = z.int().min(0).default(0);
const bandCounts = z.object({ calm: count, watch: count, "at-risk": count, critical: count });

type Row = Readonly<{ as_of: Date; band_counts: unknown }>;

/**
 * How many customers the runs of the past found in each band: the last run of each day, oldest first, the newest 26. Runs
 * that looked at a moment of the past are where that moment is.
 */
export async function readTrend({ organisationId }: Member): Promise<BandCountsAt[]> {
  const rows = await withTenant(
    organisationId,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT as_of, band_counts FROM (
        SELECT DISTINCT ON ((r.as_of AT TIME ZONE g.time_zone)::date) r.as_of, r.band_counts
        FROM organisation g JOIN score_run r ON r.organisation_id = g.id
        WHERE g.id = ${organisationId} AND r.finished_at IS NOT NULL AND r.band_counts IS NOT NULL
        ORDER BY (r.as_of AT TIME ZONE g.time_zone)::date DESC, r.id DESC LIMIT ${MOST_RUNS}) newest
      ORDER BY as_of`,
  );
  return rows.map((row) => ({ asOfMs: row.as_of.getTime(), counts: bandCounts.parse(row.band_counts) }));
}
