import { BinaryRows } from "./binary-rows";

/** A touchpoint whose customer and kind are known. */
export type StagedTouchpoint = Readonly<{
  row: number;
  key: string;
  customerId: number;
  occurredAtMs: number;
  kindId: number;
  value: number;
  sentiment: number;
  senderId: string | null;
  details: string | null;
}>;

/** Where rows are staged before the merge: private to the connection and emptied by every commit. */
export const CREATE_STAGING = `CREATE TEMP TABLE IF NOT EXISTS staged_touchpoint (
  row int PRIMARY KEY, key uuid NOT NULL, customer_id int NOT NULL, occurred_at timestamptz(3) NOT NULL,
  kind_id smallint NOT NULL, value float8, sentiment real, sender_id text, details text) ON COMMIT DELETE ROWS`;

export const COPY_TO_STAGING =
  "COPY staged_touchpoint (row, key, customer_id, occurred_at, kind_id, value, sentiment, sender_id, details) FROM STDIN (FORMAT binary)";

const FIELDS = 9;
const USUAL_ROW_BYTES = 110;

/** Rows for COPY_TO_STAGING. */
export function encodeStaged(rows: readonly StagedTouchpoint[]): Buffer {
  const bytes = new BinaryRows(rows.length * USUAL_ROW_BYTES);
  for (const row of rows) {
    bytes.row(FIELDS);
    bytes.int4(row.row);
    bytes.uuid(row.key);
    bytes.int4(row.customerId);
    bytes.timestamp(row.occurredAtMs);
    bytes.int2(row.kindId);
    bytes.float8(row.value);
    bytes.float4(row.sentiment);
    bytes.text(row.senderId);
    bytes.text(row.details);
  }
  return bytes.finish();
}

/** Whether two touchpoints under one key say the same. */
export function saysTheSame(one: StagedTouchpoint, other: StagedTouchpoint): boolean {
  return (
    one.customerId === other.customerId &&
    one.occurredAtMs === other.occurredAtMs &&
    one.kindId === other.kindId &&
    Object.is(one.value, other.value) &&
    Object.is(one.sentiment, other.sentiment)
  );
}
