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

type TouchpointRow = [
  ...[id: string, occurredMs: number, receivedMs: number, kindId: number],
  ...[value: number | null, sentiment: number | null],
];

/** Reads all of a customer's touchpoints in the order of the covering index: about 60 bytes and 2 us each. */
export async function loadTouchpoints(
  client: PoolClient,
  organisationId: number,
  customerId: number,
): Promise<LoadedTouchpoints> {
  const { rows } = await client.query<TouchpointRow>({
    text: `SELECT coalesce(sender_id, key::text), date_part('epoch', occurred_at) * 1000,
                  date_part('epoch', received_at) * 1000, kind_id, value, sentiment
           FROM touchpoint WHERE organisation_id = $1 AND customer_id = $2 ORDER BY occurred_at, key`,
    values: [organisationId, customerId],
    rowMode: "array",
  });
  const { length } = rows;
  const columns = {
    length,
    occurredAtMs: new Float64Array(length),
    kindId: new Uint16Array(length),
    value: new Float64Array(length),
    sentiment: new Float64Array(length),
  };
  const receivedAtMs = new Float64Array(length);
  const ids = rows.map(([id, occurredMs, receivedMs, kindId, value, sentiment], at) => {
    receivedAtMs[at] = receivedMs;
    columns.occurredAtMs[at] = occurredMs;
    columns.kindId[at] = kindId;
    columns.value[at] = value ?? Number.NaN;
    columns.sentiment[at] = sentiment ?? Number.NaN;
    return id;
  });
  return { columns, ids, receivedAtMs };
}
