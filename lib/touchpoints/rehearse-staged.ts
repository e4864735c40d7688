import type { PoolClient } from "pg";

const CREATE_REHEARSAL = `CREATE TEMP TABLE IF NOT EXISTS rehearsed_touchpoint (
  key uuid PRIMARY KEY, customer_id int, occurred_at timestamptz(3), kind_id smallint, value float8, sentiment real) ON COMMIT DROP`;

const COMPARE = `SELECT count(*) FILTER (WHERE stored.customer_id <> staged.customer_id OR stored.occurred_at <> staged.occurred_at
      OR stored.kind_id <> staged.kind_id OR stored.value IS DISTINCT FROM staged.value
      OR stored.sentiment IS DISTINCT FROM staged.sentiment)::int AS conflicts
  FROM staged_touchpoint AS staged
  CROSS JOIN LATERAL (
    SELECT customer_id, occurred_at, kind_id, value, sentiment FROM touchpoint
      WHERE organisation_id = (SELECT $1::int) AND key = staged.key
    UNION ALL
    SELECT customer_id, occurred_at, kind_id, value, sentiment FROM rehearsed_touchpoint WHERE key = staged.key
    LIMIT 1) AS stored`;

const REHEARSE = `INSERT INTO rehearsed_touchpoint (key, customer_id, occurred_at, kind_id, value, sentiment)
  SELECT key, customer_id, occurred_at, kind_id, value, sentiment FROM staged_touchpoint AS staged
  WHERE (SELECT 1 FROM touchpoint WHERE organisation_id = (SELECT $1::int) AND key = staged.key LIMIT 1) IS NULL
  ORDER BY key ON CONFLICT (key) DO NOTHING`;

/**
 * What insertStaged would do, without doing it: new rows are kept in a table of this transaction alone, so that rows which
 * repeat a row of an earlier chunk count as duplicates here as well.
 */
export async function rehearseStaged(
  client: PoolClient,
  organisationId: number,
): Promise<{ created: number; conflicts: number }> {
  await client.query(CREATE_REHEARSAL);
  const { rowCount } = await client.query(REHEARSE, [organisationId]);
  const { rows } = await client.query<{ conflicts: number }>(COMPARE, [organisationId]);
  return { created: rowCount ?? 0, conflicts: rows[0]?.conflicts ?? 0 };
}
