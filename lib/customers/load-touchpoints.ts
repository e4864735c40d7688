import type { PoolClient } from "pg";
import type { TouchpointColumns } from "@/lib/scoring/types";

/** One customer's touchpoints in time order, ready to score, with what names each of them. */
export type LoadedTouchpoints = Readonly<{
  columns: TouchpointColumns;
  /** The sender's id, or the key where none was sent; by index. */
  ids: readonly string[];
  /** When each arrived here; by index. */
  receivedAtMs: Float64Array;
}>;

type TouchpointRow = Readonly<{
  id: string;
  occurred_ms: number;
  received_ms: number;
  kind_id: number;
  value: number | null;
  sentiment: number | null;
}>;

/** Reads all of a customer's touchpoints from the covering index: about 60 bytes each. */
export async function loadTouchpoints(
  client: PoolClient,
  organisationId: number,
  customerId: number,
): Promise<LoadedTouchpoints> {
  const { rows } = await client.query<TouchpointRow>(
    `SELECT coalesce(sender_id, key::text) AS id, extract(epoch FROM occurred_at)::float8 * 1000 AS occurred_ms,
            extract(epoch FROM received_at)::float8 * 1000 AS received_ms, kind_id, value, sentiment
     FROM touchpoint WHERE organisation_id = $1 AND customer_id = $2 ORDER BY occurred_at, key`,
    [organisationId, customerId],
  );
  return {
    columns: {
      length: rows.length,
      occurredAtMs: Float64Array.from(rows, (row) => row.occurred_ms),
      kindId: Uint16Array.from(rows, (row) => row.kind_id),
      value: Float64Array.from(rows, (row) => row.value ?? Number.NaN),
      sentiment: Float64Array.from(rows, (row) => row.sentiment ?? Number.NaN),
    },
    ids: rows.map((row) => row.id),
    receivedAtMs: Float64Array.from(rows, (row) => row.received_ms),
  };
}
