import type { TouchpointColumns } from "@/lib/scoring/types";

/** Columns that COPY … (FORMAT binary) must send, in this order. */
export const TOUCHPOINT_COPY_COLUMNS = "customer_id, occurred_at, kind_id, value, sentiment";

const SIGNATURE_BYTES = 11;
const HEADER_BYTES = 19;
/** 2000-01-01T00:00:00Z, where PostgreSQL's timestamps start. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const HIGH_WORD = 2 ** 32;
const END_OF_DATA = -1;
/** A row of five fields at their longest: count, five lengths and the values. */
const MAX_ROW_BYTES = 2 + 5 * 4 + 4 + 8 + 2 + 8 + 4;

type CustomerRows = { customerId: number; touchpoints: TouchpointColumns };

function emptyColumns(capacity: number): TouchpointColumns {
  return {
    length: 0,
    occurredAtMs: new Float64Array(capacity),
    kindId: new Uint16Array(capacity),
    value: new Float64Array(capacity),
    sentiment: new Float64Array(capacity),
  };
}

function withRoom(columns: TouchpointColumns): TouchpointColumns {
  if (columns.length < columns.kindId.length) return columns;
  const larger = emptyColumns(columns.length * 2);
  larger.length = columns.length;
  larger.occurredAtMs.set(columns.occurredAtMs);
  larger.kindId.set(columns.kindId);
  larger.value.set(columns.value);
  larger.sentiment.set(columns.sentiment);
  return larger;
}

/**
 * Reads PostgreSQL's binary COPY format and groups touchpoints, sent in (customer, time) order, by customer.
 * One set of arrays is reused: what `push` hands out is only valid until the next call. Memory: the largest customer.
 */
export class TouchpointCopyParser {
  #rest: Buffer = Buffer.alloc(0);
  #sawHeader = false;
  #customerId = -1;
  #columns = emptyColumns(256);

  /** Feeds a chunk of the stream and yields each customer that is complete. */
  *push(chunk: Buffer): Generator<CustomerRows> {
    const buffer = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    if (!this.#sawHeader) {
      if (buffer.length < HEADER_BYTES) {
        this.#rest = buffer;
        return;
      }
      if (buffer.toString("latin1", 0, SIGNATURE_BYTES) !== "PGCOPY\n\xff\r\n\0")
        throw new Error("Not a binary COPY stream");
      at = HEADER_BYTES + buffer.readInt32BE(HEADER_BYTES - 4);
      this.#sawHeader = true;
    }
    const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    while (at + 2 <= buffer.length && view.getInt16(at) !== END_OF_DATA) {
      const isWhole = at + MAX_ROW_BYTES <= buffer.length || at + rowBytes(view, at, buffer.length) <= buffer.length;
      if (!isWhole) break;
      const customerId = view.getInt32(at + 6);
      if (customerId !== this.#customerId) {
        if (this.#columns.length > 0) yield { customerId: this.#customerId, touchpoints: this.#columns };
        this.#customerId = customerId;
        this.#columns.length = 0;
      }
      at = this.#append(view, at + 10);
    }
    this.#rest = buffer.subarray(at);
  }

  /** The last customer, once the stream has ended. */
  *end(): Generator<CustomerRows> {
    if (this.#columns.length > 0) yield { customerId: this.#customerId, touchpoints: this.#columns };
  }

  /** Appends the row whose fields after the customer start at `start`; returns where the next row starts. */
  #append(view: DataView, start: number): number {
    const columns = withRoom(this.#columns);
    this.#columns = columns;
    const row = columns.length;
    columns.occurredAtMs[row] =
      POSTGRES_EPOCH_MS + (view.getInt32(start + 4) * HIGH_WORD + view.getUint32(start + 8)) / 1000;
    columns.kindId[row] = view.getInt16(start + 16);
    let at = start + 18;
    const hasValue = view.getInt32(at) !== -1;
    columns.value[row] = hasValue ? view.getFloat64(at + 4) : Number.NaN;
    at += hasValue ? 12 : 4;
    const hasSentiment = view.getInt32(at) !== -1;
    columns.sentiment[row] = hasSentiment ? view.getFloat32(at + 4) : Number.NaN;
    columns.length = row + 1;
    return at + (hasSentiment ? 8 : 4);
  }
}

/** Length of the row at `at`, or Infinity when its lengths are not all in the buffer yet. */
function rowBytes(view: DataView, at: number, end: number): number {
  let length = 2;
  for (let field = 0; field < 5; field += 1) {
    if (at + length + 4 > end) return Number.POSITIVE_INFINITY;
    length += 4 + Math.max(0, view.getInt32(at + length));
  }
  return length;
}
