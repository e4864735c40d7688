import type { PoolClient } from "pg";
import { SAYS_OTHERWISE, SENT_ROWS } from "./sent-rows";

/** How many touchpoints are stored under their keys already, and how many of those say something else. */
export type StoredCount = Readonly<{ stored: number; conflicts: number }>;

// One look into the primary key for each row, in its order. The organisation is a subselect because the planner must not
// know it: of one that came in after the last ANALYZE it would expect a single row, and read all of it for every key.
const COUNT = `SELECT count(*)::int AS stored, count(*) FILTER (WHERE ${SAYS_OTHERWISE})::int AS conflicts
  FROM ${SENT_ROWS}
  CROSS JOIN LATERAL (SELECT customer_id, occurred_at, kind_id, value, sentiment FROM touchpoint
    WHERE organisation_id = (SELECT $1::int) AND key = sent.key LIMIT 1) AS stored`;

/**
 * Looks touchpoints up by their keys and writes nothing: about half of what inserting them takes.
 * @param compared the rows, by encodeCompared
 */
export async function countStored(
  client: PoolClient,
  organisationId: number,
  compared: readonly Buffer[],
): Promise<StoredCount> {
  const result = await client.query<StoredCount>(COUNT, [organisationId, ...compared]);
  return result.rows[0] ?? { stored: 0, conflicts: 0 };
}
