import type { PoolClient } from "pg";
import { preparedQuery } from "@/lib/db/prepared-query";
import { timestampAt } from "@/lib/db/timestamp-at";
import type { TouchpointColumns } from "@/lib/scoring/types";

/** One customer's touchpoints in time order, ready to score, with what names each of them. */
export type LoadedTouchpoints = Readonly<{
  columns: TouchpointColumns;
  /** The sender's id of a touchpoint, or the key where none was sent. */
  idOf: (index: number) => string;
  /** When each arrived here; by index. */
  receivedAtMs: Float64Array;
}>;

/** Columns of all touchpoints, each as one value: PostgreSQL's own binary numbers, one after the other; null without any. */
type PackedRow = Readonly<{
  senderIds: readonly (string | null)[] | null;
  keys: Buffer | null;
  occurred: Buffer | null;
  received: Buffer | null;
  kinds: Buffer | null;
  values: Buffer | null;
  sentiments: Buffer | null;
}>;

const UUID_BYTES = 16;
const NOTHING = Buffer.alloc(0);

/**
 * Reads all of a customer's touchpoints as the index has them, so that nothing is sorted; scores do not depend on the order
 * of equal times. About 60 bytes and 1.5 us each, a third of what a row of its own for each would cost. Keys become text
 * only where somebody asks: for all of them that would be another 1 us each. Whether a member may see the customer is for
 * loadCustomer to say.
 */
export async function loadTouchpoints(
  client: PoolClient,
  organisationId: number,
  externalId: string,
): Promise<LoadedTouchpoints> {
  const [packed] = await preparedQuery<PackedRow>(
    client,
    `SELECT json_agg(sender_id) AS "senderIds",
            string_agg(uuid_send(key), '') AS keys,
            string_agg(timestamptz_send(occurred_at), '') AS occurred,
            string_agg(timestamptz_send(received_at), '') AS received,
            string_agg(int2send(kind_id), '') AS kinds,
            string_agg(float8send(coalesce(value, 'NaN')), '') AS values,
            string_agg(float4send(coalesce(sentiment, 'NaN')), '') AS sentiments
     FROM (SELECT sender_id, key, occurred_at, received_at, kind_id, value, sentiment
           FROM touchpoint
           WHERE organisation_id = $1
             AND customer_id = (SELECT id FROM customer WHERE organisation_id = $1 AND external_id = $2)
           ORDER BY occurred_at) t`,
    [organisationId, externalId],
  );
  return unpack(packed);
}

function unpack(packed: PackedRow | undefined): LoadedTouchpoints {
  const senderIds = packed?.senderIds ?? [];
  const keys = packed?.keys ?? NOTHING;
  const { length } = senderIds;
  const columns = {
    length,
    occurredAtMs: new Float64Array(length),
    kindId: new Uint16Array(length),
    value: new Float64Array(length),
    sentiment: new Float64Array(length),
  };
  const receivedAtMs = new Float64Array(length);
  const occurred = viewOf(packed?.occurred);
  const received = viewOf(packed?.received);
  const kinds = viewOf(packed?.kinds);
  const values = viewOf(packed?.values);
  const sentiments = viewOf(packed?.sentiments);
  for (let at = 0; at < length; at += 1) {
    columns.occurredAtMs[at] = timestampAt(occurred, at * 8);
    receivedAtMs[at] = timestampAt(received, at * 8);
    columns.kindId[at] = kinds.getInt16(at * 2);
    columns.value[at] = values.getFloat64(at * 8);
    columns.sentiment[at] = sentiments.getFloat32(at * 4);
  }
  const idOf = (index: number) => senderIds[index] ?? uuidAt(keys, index * UUID_BYTES);
  return { columns, idOf, receivedAtMs };
}

function uuidAt(bytes: Buffer, offset: number): string {
  const hex = bytes.toString("hex", offset, offset + UUID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function viewOf(bytes: Buffer | null | undefined): DataView {
  const { buffer, byteOffset, byteLength } = bytes ?? NOTHING;
  return new DataView(buffer, byteOffset, byteLength);
}
