import type { PoolClient } from "pg";

/** The table that the reference writes: what a score is without the words. */
export const REFERENCE_TABLE =
  "CREATE TEMP TABLE reference_score (customer_id int PRIMARY KEY, probability float8 NOT NULL, log_odds float8 NOT NULL)";

const ramp = (value: string, from: number, to: number, points: number) =>
  `coalesce(${points} * least(1, greatest(0, (${value} - ${from}) / (${to - from})::float8)), 0)`;

/**
 * The best single statement we can write for the signals of BENCH_RULES: one pass over the touchpoints, grouped by
 * customer, then the logistic and an upsert. Times are reckoned in days as float8, as the product does.
 */
export async function scoreInSql(
  client: PoolClient,
  organisationId: number,
  options: Readonly<{ asOf: string; intercept: number }>,
): Promise<void> {
  const kind = (key: string) => `(SELECT id FROM kind WHERE organisation_id = ${organisationId} AND key = '${key}')`;
  const age = "(extract(epoch FROM ($1::timestamptz - t.occurred_at))::float8 / 86400)";
  const points = [
    "CASE WHEN complaints >= 3 THEN 34 WHEN complaints >= 2 THEN 18 WHEN complaints >= 1 THEN 8 ELSE 0 END",
    ramp("tickets", 0, 5, 20),
    ramp("talk_days", 30, 120, 20),
    ramp("nps", 8, 2, 15),
    ramp("mood", 0, -1, 15),
    ramp("coalesce(logins, 0)", 10, 0, 15),
    ramp(
      "extract(epoch FROM ($1::timestamptz - c.started_on::timestamp AT TIME ZONE 'UTC'))::float8 / 86400",
      180,
      0,
      10,
    ),
    ramp(
      "extract(epoch FROM (c.renews_on::timestamp AT TIME ZONE 'UTC' - $1::timestamptz))::float8 / 86400",
      90,
      0,
      12,
    ),
  ];
  await client.query(
    `WITH kinds AS MATERIALIZED (SELECT ${kind("complaint")} AS complaint, ${kind("support-ticket")} AS ticket,
         ${kind("meeting")} AS meeting, ${kind("nps-response")} AS nps, ${kind("login")} AS login),
     signals AS (
       SELECT t.customer_id,
         count(*) FILTER (WHERE kind_id = kinds.complaint AND ${age} < 60) AS complaints,
         sum(power(2, -${age} / 30)) FILTER (WHERE kind_id = kinds.ticket) AS tickets,
         min(${age}) FILTER (WHERE kind_id = kinds.meeting) AS talk_days,
         (array_agg(value ORDER BY t.occurred_at DESC)
            FILTER (WHERE kind_id = kinds.nps AND value IS NOT NULL AND ${age} < 365))[1] AS nps,
         avg(sentiment::float8) FILTER (WHERE ${age} < 180) AS mood,
         count(*) FILTER (WHERE kind_id = kinds.login AND ${age} < 90) AS logins
       FROM touchpoint t, kinds
       WHERE t.organisation_id = ${organisationId} AND t.occurred_at <= $1::timestamptz
       GROUP BY t.customer_id),
     scored AS (
       SELECT c.id, $2::float8 + (${points.join(" + ")}) * ln(2::float8) / 20 AS log_odds
       FROM customer c LEFT JOIN signals ON signals.customer_id = c.id
       WHERE c.organisation_id = ${organisationId})
     INSERT INTO reference_score (customer_id, probability, log_odds)
     SELECT id, 1 / (1 + exp(-log_odds)), log_odds FROM scored
     ON CONFLICT (customer_id) DO UPDATE SET probability = excluded.probability, log_odds = excluded.log_odds`,
    [options.asOf, options.intercept],
  );
}
