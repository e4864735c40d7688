import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";

/** For how many customers a rule gives points now, and how many on average for those. */
export type RuleHits = Readonly<{ customers: number; meanPoints: number }>;

/** Reasons are unpacked one by one: of more customers than this, these many stand for all. */
const MOST_CUSTOMERS = 20_000;

export type HitCounts = Readonly<{ customers: number; sampled: boolean; hits: ReadonlyMap<string, RuleHits> }>;

/** Hits by rule key, of the scores that readers see; departed customers are left out. `customers` is of how many. */
export async function countHits({ organisationId }: Member): Promise<HitCounts> {
  const rows = await withTenant(
    organisationId,
    (tx) =>
      tx.$queryRaw<{ key: string | null; customers: number; mean: number | null }[]>`
        WITH seen AS MATERIALIZED (
          SELECT s.reasons FROM score s
          JOIN organisation g ON g.id = s.organisation_id AND g.current_score_run_id = s.run_id
          WHERE s.organisation_id = ${organisationId} AND s.stage <> 'departed' LIMIT ${MOST_CUSTOMERS})
        SELECT NULL AS key, count(*)::int AS customers, NULL::float8 AS mean FROM seen
        UNION ALL
        SELECT r->>0, count(*)::int, avg((r->>1)::float8) FROM seen, jsonb_array_elements(seen.reasons) r GROUP BY 1`,
  );
  const customers = rows.find(({ key }) => key === null)?.customers ?? 0;
  const hits = new Map(
    rows.flatMap((row) =>
      row.key === null
        ? []
        : [[row.key, { customers: row.customers, meanPoints: (row.mean ?? 0) / LOG_ODDS_PER_POINT }] as const],
    ),
  );
  return { customers, sampled: customers === MOST_CUSTOMERS, hits };
}
