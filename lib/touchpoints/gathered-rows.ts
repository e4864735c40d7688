import { inOneTrip } from "@/lib/db/in-one-trip";
import { isUniqueViolation } from "@/lib/db/is-unique-violation";
import { LOCK_MERGES_SHARED, mergesName } from "@/lib/imports/lock-merges";
import { log } from "@/lib/log";
import { ORDER_SCORES } from "@/lib/scores/order-scores";
import { ByteArena } from "./byte-arena";
import { encodeCompared, encodeSenderIds, encodeTouched } from "./encode-columns";
import { insertNewStatement } from "./insert-rows";
import type { Lookups } from "./lookup-memory";
import { ENCODED_ROW_BYTES } from "./merge-touchpoints";
import { sortByKey } from "./sort-by-key";
import { TouchpointColumns } from "./touchpoint-columns";
import type { TouchpointRow } from "./touchpoint-row";

const USUAL_ROWS = 1_000;

/** Where the rows of one batch lie among all. */
export type BatchPlace = Readonly<{ from: number; to: number }>;

/** Rows of several batches whose customers and kinds are all remembered, on their way to the database in one transaction. */
export class GatheredRows {
  readonly #organisationId: number;
  readonly #lookups: Lookups;
  readonly #columns = new TouchpointColumns(USUAL_ROWS);

  constructor(organisationId: number, lookups: Lookups) {
    this.#organisationId = organisationId;
    this.#lookups = lookups;
  }

  get length(): number {
    return this.#columns.length;
  }

  /** Adds a batch, or nothing of it when one of its rows needs more than what is remembered. */
  add(rows: readonly TouchpointRow[]): BatchPlace | undefined {
    const from = this.#columns.length;
    const { customers, kinds } = this.#lookups;
    for (const row of rows) {
      const customerId = customers.get(row.customerExternalId);
      const kind = kinds.get(row.kind);
      if (customerId === undefined || kind === undefined || row.details !== null) {
        this.#columns.cutTo(from);
        return undefined;
      }
      this.#columns.add(row, customerId, kind);
    }
    return { from, to: this.#columns.length };
  }

  /**
   * Stores all rows or, when one of them is there already or what is remembered does not hold any more, none. That is asked
   * in the same transaction, under the lock that keeps deletions away. Whatever goes wrong, each batch then takes the long
   * way alone, where its own fault shows.
   * @returns a one for each row that was stored and a zero for each that repeats another; undefined when none was
   */
  async store(): Promise<Uint8Array | undefined> {
    try {
      const { order } = sortByKey(this.#columns);
      return (await this.#insert(order)) ? placesIn(order, this.#columns.length) : undefined;
    } catch (error) {
      if (!isUniqueViolation(error)) {
        log().warn({ err: error, organisationId: this.#organisationId }, "batches take the long way");
      }
      this.#lookups.expectsNew = false;
      return undefined;
    }
  }

  async #insert(order: Int32Array): Promise<boolean> {
    const arena = new ByteArena(order.length * ENCODED_ROW_BYTES);
    const encoded = {
      compared: encodeCompared(arena, this.#columns, order),
      senderIds: encodeSenderIds(arena, this.#columns, order),
      details: null,
    };
    const touched = encodeTouched(arena, this.#columns);
    const organisationId = this.#organisationId;
    const [, inserted] = await inOneTrip(organisationId, [
      { text: LOCK_MERGES_SHARED, parameters: [Buffer.from(mergesName(organisationId))] },
      insertNewStatement({ organisationId, importId: null }, encoded, this.#lookups.version),
      { text: ORDER_SCORES, parameters: [organisationId, touched] },
    ]);
    return inserted?.rowCount === order.length;
  }
}

/** A one at each place that is in the order, zeros elsewhere. */
function placesIn(order: Int32Array, length: number): Uint8Array {
  const isKept = new Uint8Array(length);
  for (const place of order) isKept[place] = 1;
  return isKept;
}
