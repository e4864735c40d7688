import type { PoolClient } from "pg";
import { boundQuery } from "@/lib/db/bound-query";
import { SAYS_OTHERWISE, SENT_ROWS } from "./sent-rows";

const CREATE_REHEARSAL = `CREATE TEMP TABLE IF NOT EXISTS rehearsed_touchpoint (
  key uuid PRIMARY KEY, customer_id int, occurred_at timestamptz(3), kind_id smallint, value float8, sentiment real) ON COMMIT DROP`;

const COMPARED = "customer_id, occurred_at, kind_id, value, sentiment";

const COMPARE = `SELECT count(*) FILTER (WHERE ${SAYS_OTHERWISE})::int AS conflicts
  FROM ${SENT_ROWS}
  CROSS JOIN LATERAL (
    SELECT ${COMPARED} FROM touchpoint WHERE organisation_id = (SELECT $1::int) AND key = sent.key
    UNION ALL
    SELECT ${COMPARED} FROM rehearsed_touchpoint WHERE key = sent.key
    LIMIT 1) AS stored`;

const REHEARSE = `INSERT INTO rehearsed_touchpoint (key, ${COMPARED}) SELECT key, ${COMPARED} FROM ${SENT_ROWS}
  WHERE (SELECT 1 FROM touchpoint WHERE organisation_id = (SELECT $1::int) AND key = sent.key LIMIT 1) IS NULL
  ON CONFLICT (key) DO NOTHING`;

/**
 * What inserting rows would do, without doing it: new rows are kept in a table of this transaction alone, so that rows which
 * repeat a row of an earlier chunk count as duplicates here as well.
 * @param compared the rows, by encodeCompared
 */
export async function rehearseRows(
  client: PoolClient,
  organisationId: number,
  compared: readonly Buffer[],
): Promise<{ created: number; conflicts: number }> {
  await client.query(`SET LOCAL client_min_messages = warning; ${CREATE_REHEARSAL}`);
  const { rowCount } = await boundQuery(client, REHEARSE, [organisationId, ...compared]);
  const { rows } = await boundQuery(client, COMPARE, [organisationId, ...compared]);
  return { created: rowCount, conflicts: Number(rows[0]?.[0] ?? 0) };
}
