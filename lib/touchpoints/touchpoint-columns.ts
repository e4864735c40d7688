import { writeText } from "./byte-text";
import type { KnownKind } from "./kind-directory";
import { writeTouchpointKey } from "./touchpoint-key";
import type { TouchpointRow } from "./touchpoint-row";

export const KEY_BYTES = 16;

/** The length of a text that is null. */
const NONE = -1;
const USUAL_ID_BYTES = 16;

/**
 * Touchpoints column by column in typed arrays. A chunk of 10,000 takes about 0.8 MB and leaves nothing for the garbage
 * collector, where an object per row took a fifth of the time of an import.
 */
export class TouchpointColumns {
  length = 0;
  rows: Int32Array;
  keys: Buffer<ArrayBufferLike>;
  customerIds: Int32Array;
  kindIds: Int32Array;
  occurredAtMs: Float64Array;
  /** NaN where there is none. */
  values: Float64Array;
  /** NaN where there is none; as exact as the database keeps them. */
  sentiments: Float32Array;
  /** The senders' ids one after the other, as UTF-8. */
  text: Buffer<ArrayBufferLike>;
  textStarts: Int32Array;
  /** -1 for a touchpoint without an id of the sender. */
  textLengths: Int32Array;
  /** A JSON object by place, for the few that have details. */
  readonly details = new Map<number, string>();
  #textEnd = 0;

  /** @param capacity rows that are likely to come */
  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
    this.keys = Buffer.allocUnsafe(capacity * KEY_BYTES);
    this.customerIds = new Int32Array(capacity);
    this.kindIds = new Int32Array(capacity);
    this.occurredAtMs = new Float64Array(capacity);
    this.values = new Float64Array(capacity);
    this.sentiments = new Float32Array(capacity);
    this.textStarts = new Int32Array(capacity);
    this.textLengths = new Int32Array(capacity);
    this.text = Buffer.allocUnsafe(capacity * USUAL_ID_BYTES);
  }

  /** Copies all that it keeps: the row may be changed after. */
  add(row: TouchpointRow, customerId: number, kind: KnownKind): void {
    const at = this.length;
    if (at === this.rows.length) this.#grow();
    this.rows[at] = row.row;
    this.customerIds[at] = customerId;
    this.kindIds[at] = kind.id;
    this.occurredAtMs[at] = row.occurredAtMs;
    this.values[at] = row.value;
    this.sentiments[at] = row.sentiment;
    writeTouchpointKey(row, kind.key, this.keys, at * KEY_BYTES);
    this.#addSenderId(at, row.senderId);
    if (row.details !== null) this.details.set(at, row.details);
    this.length += 1;
  }

  /** How many bytes the senders' ids take in all. */
  get textBytes(): number {
    return this.#textEnd;
  }

  /** Forgets all rows and keeps the room for as many. */
  clear(): void {
    this.cutTo(0);
  }

  /** Forgets all rows but the first so many. */
  cutTo(length: number): void {
    if (length >= this.length) return;
    this.#textEnd = this.textStarts[length] ?? 0;
    for (const place of this.details.keys()) if (place >= length) this.details.delete(place);
    this.length = length;
  }

  #addSenderId(at: number, senderId: string | null): void {
    this.textStarts[at] = this.#textEnd;
    this.textLengths[at] = NONE;
    if (senderId === null) return;
    const needed = this.#textEnd + senderId.length * 3;
    if (needed > this.text.length) this.text = enlarged(this.text, Math.max(needed, this.text.length * 2));
    const end = writeText(this.text, this.#textEnd, senderId);
    this.textLengths[at] = end - this.#textEnd;
    this.#textEnd = end;
  }

  #grow(): void {
    const capacity = Math.max(16, this.rows.length * 2);
    const larger = new TouchpointColumns(capacity);
    larger.rows.set(this.rows);
    larger.customerIds.set(this.customerIds);
    larger.kindIds.set(this.kindIds);
    larger.occurredAtMs.set(this.occurredAtMs);
    larger.values.set(this.values);
    larger.sentiments.set(this.sentiments);
    larger.textStarts.set(this.textStarts);
    larger.textLengths.set(this.textLengths);
    this.keys.copy(larger.keys);
    const { rows, keys, customerIds, kindIds, occurredAtMs, values, sentiments, textStarts, textLengths } = larger;
    Object.assign(this, {
      rows,
      keys,
      customerIds,
      kindIds,
      occurredAtMs,
      values,
      sentiments,
      textStarts,
      textLengths,
    });
  }
}

function enlarged(bytes: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafe(length);
  bytes.copy(larger);
  return larger;
}
