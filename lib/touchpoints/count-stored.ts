import type { PoolClient } from "pg";
import { binaryArray } from "./binary-array";
import type { StagedTouchpoint } from "./staged-touchpoint";
import { writeTimestamp } from "./write-timestamp";

/** How many touchpoints are stored under their keys already, and how many of those say something else. */
export type StoredCount = Readonly<{ stored: number; conflicts: number }>;

// One look into the primary key for each row, in its order. The organisation is a subselect because the planner must not
// know it: of one that came in after the last ANALYZE it would expect a single row, and read all of it for every key.
const COUNT = `SELECT count(*)::int AS stored,
    count(*) FILTER (WHERE old.customer_id <> given.customer_id OR old.occurred_at <> given.occurred_at
      OR old.kind_id <> given.kind_id OR old.value IS DISTINCT FROM given.value
      OR old.sentiment IS DISTINCT FROM given.sentiment)::int AS conflicts
  FROM (SELECT * FROM unnest($2::uuid[], $3::int4[], $4::timestamptz[], $5::int2[], $6::float8[], $7::float4[])
    AS sent(key, customer_id, occurred_at, kind_id, value, sentiment) ORDER BY key) AS given
  CROSS JOIN LATERAL (SELECT customer_id, occurred_at, kind_id, value, sentiment FROM touchpoint
    WHERE organisation_id = (SELECT $1::int) AND key = given.key LIMIT 1) AS old`;

/** Looks touchpoints up by their keys, without staging them. */
export async function countStored(
  client: PoolClient,
  organisationId: number,
  rows: readonly StagedTouchpoint[],
): Promise<StoredCount> {
  const result = await client.query<StoredCount>(COUNT, [organisationId, ...columnsOf(rows)]);
  return result.rows[0] ?? { stored: 0, conflicts: 0 };
}

function columnsOf(rows: readonly StagedTouchpoint[]): Buffer[] {
  const column = (
    type: Parameters<typeof binaryArray>[0],
    write: (bytes: Buffer, offset: number, row: StagedTouchpoint) => boolean,
  ) =>
    binaryArray(type, rows.length, (bytes, offset, index) => {
      const row = rows[index];
      return row !== undefined && write(bytes, offset, row);
    });
  return [
    column("uuid", (bytes, offset, row) => bytes.write(row.key, offset, "hex") === 16),
    column("int4", (bytes, offset, row) => bytes.writeInt32BE(row.customerId, offset) > 0),
    column("timestamptz", (bytes, offset, row) => {
      writeTimestamp(bytes, offset, row.occurredAtMs);
      return true;
    }),
    column("int2", (bytes, offset, row) => bytes.writeInt16BE(row.kindId, offset) > 0),
    column("float8", (bytes, offset, { value }) => !Number.isNaN(value) && bytes.writeDoubleBE(value, offset) > 0),
    column(
      "float4",
      (bytes, offset, { sentiment }) => !Number.isNaN(sentiment) && bytes.writeFloatBE(sentiment, offset) > 0,
    ),
  ];
}
