import { timestampAt } from "@/lib/db/timestamp-at";
import type { TouchpointColumns } from "@/lib/scoring/types";

/** Columns that COPY … (FORMAT binary) must send, in this order. */
export const TOUCHPOINT_COPY_COLUMNS = "customer_id, occurred_at, kind_id, value, sentiment";

/** The code and the length of the CopyData message around each row. */
const PREFIX_BYTES = 5;
const SIGNATURE_BYTES = 11;
const HEADER_BYTES = 19;
const END_OF_DATA = -1;
const NULL_LENGTH = -1;

/** A customer and its touchpoints. */
export type CustomerRows = { customerId: number; touchpoints: TouchpointColumns };

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
 * Reads PostgreSQL's binary COPY format, as CopyData messages of the protocol, and groups touchpoints, sent in
 * (customer, time) order, by customer. About 50 ns and no allocation a row. One set of arrays is reused: what `push` hands
 * out is only valid until the next call. Memory: the largest customer.
 */
export class TouchpointCopyParser {
  #sawHeader = false;
  #customerId = -1;
  #columns = emptyColumns(256);

  /** Takes whole messages and yields each customer that is complete. @throws Error when it is not binary COPY */
  *push(frames: Buffer): Generator<CustomerRows> {
    const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength);
    for (let at = 0, end = 0; at < frames.length; at = end) {
      end = at + 1 + view.getUint32(at + 1);
      const row = at + PREFIX_BYTES + this.#headerBytes(frames, at + PREFIX_BYTES);
      // The first message is the header, with or without the first row; the last one says that there are no more.
      if (row >= end || view.getInt16(row) === END_OF_DATA) continue;
      const customerId = view.getInt32(row + 6);
      if (customerId !== this.#customerId) {
        if (this.#columns.length > 0) yield { customerId: this.#customerId, touchpoints: this.#columns };
        this.#customerId = customerId;
        this.#columns.length = 0;
      }
      this.#append(view, row + 10);
    }
  }

  /** The last customer, once the stream has ended. */
  *end(): Generator<CustomerRows> {
    if (this.#columns.length > 0) yield { customerId: this.#customerId, touchpoints: this.#columns };
  }

  /** Length of the header when it starts here: once, at the beginning. */
  #headerBytes(frames: Buffer, start: number): number {
    if (this.#sawHeader) return 0;
    if (frames.toString("latin1", start, start + SIGNATURE_BYTES) !== "PGCOPY\n\xff\r\n\0")
      throw new Error("Not a binary COPY stream");
    this.#sawHeader = true;
    return HEADER_BYTES + frames.readInt32BE(start + HEADER_BYTES - 4);
  }

  /** Appends the row whose fields after the customer start at `start`. */
  #append(view: DataView, start: number): void {
    const columns = withRoom(this.#columns);
    this.#columns = columns;
    const row = columns.length;
    columns.occurredAtMs[row] = timestampAt(view, start + 4);
    columns.kindId[row] = view.getInt16(start + 16);
    const hasValue = view.getInt32(start + 18) !== NULL_LENGTH;
    columns.value[row] = hasValue ? view.getFloat64(start + 22) : Number.NaN;
    const sentiment = start + (hasValue ? 30 : 22);
    columns.sentiment[row] = view.getInt32(sentiment) === NULL_LENGTH ? Number.NaN : view.getFloat32(sentiment + 4);
    columns.length = row + 1;
  }
}
