import type { PoolClient } from "pg";
import { boundQueries } from "@/lib/db/bound-queries";
import { boundQuery } from "@/lib/db/bound-query";
import { SAYS_OTHERWISE, SENT_ROWS } from "./sent-rows";

/** How many touchpoints are stored under their keys already, and how many of those say something else. */
export type StoredCount = Readonly<{ stored: number; conflicts: number }>;

// One way through the primary key for all keys, and each column compared as a whole. The organisation is a subselect because
// the planner must not know it: of one that came in after the last ANALYZE it would expect a single row, and read all of it.
const LOOK_UP = `SELECT count(*)::int AS stored, coalesce(array_agg(customer_id) = $3::int4[]
    AND array_agg(occurred_at) = $4::timestamptz[] AND array_agg(kind_id) = $5::int2[]
    AND array_agg(value) = $6::float8[] AND array_agg(sentiment) = $7::float4[], false) AS "isSame"
  FROM (SELECT customer_id, occurred_at, kind_id, value, sentiment FROM touchpoint
    WHERE organisation_id = (SELECT $1::int) AND key = ANY ($2::uuid[]) ORDER BY key) AS stored`;

// One look into the primary key for each row, to compare the two.
const COUNT = `SELECT count(*)::int AS stored, count(*) FILTER (WHERE ${SAYS_OTHERWISE})::int AS conflicts
  FROM ${SENT_ROWS}
  CROSS JOIN LATERAL (SELECT customer_id, occurred_at, kind_id, value, sentiment FROM touchpoint
    WHERE organisation_id = (SELECT $1::int) AND key = sent.key LIMIT 1) AS stored`;

/**
 * Looks touchpoints up by their keys and writes nothing. When all are stored as they are sent, or none is, which is what
 * nearly all chunks are, this takes a quarter of what inserting them does; otherwise they are looked at one by one.
 * @param compared the rows in the order of their keys, by encodeCompared
 * @param rows how many they are
 */
export async function countStored(
  client: PoolClient,
  organisationId: number,
  compared: readonly Buffer[],
  rows: number,
): Promise<StoredCount> {
  const parameters = [organisationId, ...compared];
  // Before the first ANALYZE of a table that has grown, the planner takes many keys for nearly all of them, and would read the
  // organisation's every row and sort what it needs. Without sorting there is only the way through the key's index.
  const [, found] = await boundQueries(client, [
    { text: "SET LOCAL enable_sort = off", parameters: [] },
    { text: LOOK_UP, parameters },
    { text: "SET LOCAL enable_sort TO DEFAULT", parameters: [] },
  ]);
  const [count, same] = found?.rows[0] ?? [];
  const stored = Number(count);
  const isSame = same === "t";
  if (stored === 0 || (isSame && stored === rows)) return { stored, conflicts: 0 };
  const counted = await boundQuery(client, COUNT, parameters);
  const [storedNow, conflicts] = counted.rows[0] ?? [];
  return { stored: Number(storedNow), conflicts: Number(conflicts) };
}
