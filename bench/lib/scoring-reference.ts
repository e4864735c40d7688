import type { PoolClient } from "pg";

/** Where the reference writes: with the columns, the constraints and the indexes of `score`, or a probability alone. */
export type ReferenceTable = "reference_score" | "reference_probability";

/** Both are logged as `score` is, and have no row-level security: that favours the reference. */
export const REFERENCE_TABLES = `
  DROP TABLE IF EXISTS reference_score, reference_probability;
  CREATE TABLE reference_score (LIKE score INCLUDING ALL);
  CREATE TABLE reference_probability (customer_id int PRIMARY KEY, probability float8 NOT NULL, log_odds float8 NOT NULL);
  GRANT ALL ON reference_score, reference_probability TO rekindle_app`;

const LOG_ODDS_PER_POINT = Math.LN2 / 20;

const ramp = (value: string, from: number, to: number, points: number) =>
  `coalesce(${points * LOG_ODDS_PER_POINT}::float8 * least(1, greatest(0, (${value} - ${from}) / (${to - from})::float8)), 0)`;

const days = (interval: string) => `(date_part('epoch', ${interval}) / 86400)`;

/** The contributions of BENCH_RULES in log-odds, in their order, from the columns that `signals` gives. */
const CONTRIBUTIONS = [
  `(CASE WHEN complaints >= 3 THEN 34 WHEN complaints >= 2 THEN 18 WHEN complaints >= 1 THEN 8 ELSE 0 END) * ${LOG_ODDS_PER_POINT}::float8`,
  ramp("tickets", 0, 5, 20),
  ramp(days("$1::timestamptz - met_at"), 30, 120, 20),
  ramp("nps[array_upper(nps, 1)]", 8, 2, 15),
  ramp("mood", 0, -1, 15),
  ramp("coalesce(logins, 0)", 10, 0, 15),
  ramp(days("$1::timestamptz - c.started_on::timestamp AT TIME ZONE 'UTC'"), 180, 0, 10),
  ramp(days("c.renews_on::timestamp AT TIME ZONE 'UTC' - $1::timestamptz"), 90, 0, 12),
];

/**
 * The best single statement we can write for the signals of BENCH_RULES: one index-only pass over the touchpoints in the
 * order of the index, so that grouping sorts nothing; windows compared as timestamps and not as ages; kinds looked up once.
 * Then the logistic and an upsert. Into `reference_score` it writes what the product's score has, but reckons neither the
 * score of a week ago nor stages nor history, which the product does as well.
 */
export async function scoreInSql(
  client: PoolClient,
  organisationId: number,
  options: Readonly<{ table: ReferenceTable; asOf: string; intercept: number }>,
): Promise<void> {
  await client.query(
    `WITH signals AS (${signals(organisationId)}),
     contributions AS (
       SELECT c.id, c.mrr_minor, ARRAY[${CONTRIBUTIONS.join(", ")}] AS parts
       FROM customer c LEFT JOIN signals ON signals.customer_id = c.id WHERE c.organisation_id = ${organisationId}),
     scored AS (
       SELECT *, $2::float8 + parts[1] + parts[2] + parts[3] + parts[4] + parts[5] + parts[6] + parts[7] + parts[8] AS log_odds
       FROM contributions),
     s AS (SELECT *, 1 / (1 + exp(-log_odds)) AS probability FROM scored)
     ${UPSERTS[options.table](organisationId)}`,
    [options.asOf, options.intercept],
  );
}

function signals(organisationId: number): string {
  const isKind = (key: string) =>
    `kind_id = (SELECT id FROM kind WHERE organisation_id = ${organisationId} AND key = '${key}')`;
  const within = (count: number) => `occurred_at > $1::timestamptz - interval '${count * 24} hours'`;
  return `SELECT customer_id,
      count(*) FILTER (WHERE ${isKind("complaint")} AND ${within(60)}) AS complaints,
      sum(exp(date_part('epoch', occurred_at - $1::timestamptz) * ${Math.LN2 / (30 * 86_400)}::float8))
        FILTER (WHERE ${isKind("support-ticket")}) AS tickets,
      max(occurred_at) FILTER (WHERE ${isKind("meeting")}) AS met_at,
      array_agg(value ORDER BY occurred_at)
        FILTER (WHERE ${isKind("nps-response")} AND value IS NOT NULL AND ${within(365)}) AS nps,
      avg(sentiment::float8) FILTER (WHERE ${within(180)}) AS mood,
      count(*) FILTER (WHERE ${isKind("login")} AND ${within(90)}) AS logins
    FROM touchpoint WHERE organisation_id = ${organisationId} AND occurred_at <= $1::timestamptz
    GROUP BY customer_id`;
}

const UPSERTS: Readonly<Record<ReferenceTable, (organisationId: number) => string>> = {
  reference_probability: () => `INSERT INTO reference_probability (customer_id, probability, log_odds)
    SELECT id, probability, log_odds FROM s
    ON CONFLICT (customer_id) DO UPDATE SET probability = excluded.probability, log_odds = excluded.log_odds`,
  reference_score: (organisationId) => `INSERT INTO reference_score
      (organisation_id, run_id, customer_id, as_of, probability, log_odds, intercept, risk_order, band, stage, stage_since,
       evidence, change_7d, value_at_risk_minor, top_reason, reasons)
    SELECT ${organisationId}, 1, id, $1::timestamptz, probability, log_odds, $2::float8, probability,
           CASE WHEN probability >= 0.5 THEN 'critical' WHEN probability >= 0.25 THEN 'at-risk'
                WHEN probability >= 0.1 THEN 'watch' ELSE 'calm' END,
           'established', $1::timestamptz, 'ok', log_odds - $2::float8, round(mrr_minor * probability), NULL, to_jsonb(parts)
    FROM s
    ON CONFLICT (organisation_id, run_id, customer_id) DO UPDATE SET as_of = excluded.as_of,
      probability = excluded.probability, log_odds = excluded.log_odds, intercept = excluded.intercept,
      risk_order = excluded.risk_order, band = excluded.band, change_7d = excluded.change_7d,
      value_at_risk_minor = excluded.value_at_risk_minor, reasons = excluded.reasons`,
};
