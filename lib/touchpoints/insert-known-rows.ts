import { inOneTrip } from "@/lib/db/in-one-trip";
import { LOCK_MERGES_SHARED, mergesName } from "@/lib/imports/lock-merges";
import { ORDER_SCORES } from "@/lib/scores/order-scores";
import { ByteArena } from "./byte-arena";
import { encodeCompared, encodeSenderIds, encodeTouched } from "./encode-columns";
import { insertNewStatement } from "./insert-rows";
import { type Lookups, lookupMemory } from "./lookup-memory";
import { ENCODED_ROW_BYTES } from "./merge-touchpoints";
import { sortByKey } from "./sort-by-key";
import { TouchpointColumns } from "./touchpoint-columns";
import type { TouchpointRow } from "./touchpoint-row";

const UNIQUE_VIOLATION = "23505";

/**
 * Stores a batch in one trip to the database: when all of its customers and kinds are remembered, and all rows are new. That
 * is what nearly all batches of a sender are after its first. Whether what is remembered still holds is asked in the same
 * transaction, under the lock that keeps deletions away.
 * @returns undefined, with nothing stored, when the batch has to take the long way
 */
export async function insertKnownRows(
  organisationId: number,
  rows: readonly TouchpointRow[],
): Promise<Readonly<{ created: number; duplicates: number }> | undefined> {
  const lookups = lookupMemory.latest(organisationId);
  const columns = lookups?.expectsNew ? settle(lookups, rows) : undefined;
  if (!lookups || !columns) return undefined;
  const { order } = sortByKey(columns);
  if (order.length === 0) return undefined;
  const arena = new ByteArena(order.length * ENCODED_ROW_BYTES);
  const encoded = {
    compared: encodeCompared(arena, columns, order),
    senderIds: encodeSenderIds(arena, columns, order),
    details: null,
  };
  const touched = encodeTouched(arena, columns);
  try {
    const [, inserted] = await inOneTrip(organisationId, [
      { text: LOCK_MERGES_SHARED, parameters: [Buffer.from(mergesName(organisationId))] },
      insertNewStatement({ organisationId, importId: null }, encoded, lookups.version),
      { text: ORDER_SCORES, parameters: [organisationId, touched] },
    ]);
    if (inserted?.rowCount !== order.length) return undefined;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)) throw error;
    lookups.expectsNew = false;
    return undefined;
  }
  return { created: order.length, duplicates: rows.length - order.length };
}

/** The rows as columns, or undefined when one of them needs more than what is remembered. */
function settle({ customers, kinds }: Lookups, rows: readonly TouchpointRow[]): TouchpointColumns | undefined {
  const columns = new TouchpointColumns(rows.length);
  for (const row of rows) {
    const customerId = customers.get(row.customerExternalId);
    const kind = kinds.get(row.kind);
    if (customerId === undefined || kind === undefined || row.details !== null) return undefined;
    columns.add(row, customerId, kind);
  }
  return columns;
}
