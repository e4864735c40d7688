import type { PoolClient } from "pg";
import type { MergeResult } from "@/lib/imports/merge-result";
import { ByteArena } from "./byte-arena";
import { countStored } from "./count-stored";
import { encodeCompared, encodeDetails, encodeSenderIds } from "./encode-columns";
import { insertMissingRows, insertNewRows } from "./insert-rows";
import { rehearseRows } from "./rehearse-rows";
import { type RowResolver, resolveRows } from "./resolve-rows";
import type { TouchpointBatch } from "./touchpoint-batch";
import type { TouchpointColumns } from "./touchpoint-columns";

/** Where touchpoints go, and what is remembered from one chunk of them to the next. */
export type TouchpointTarget = RowResolver & {
  readonly organisationId: number;
  readonly importId: number | null;
  /** Whether the last chunk was all new: then the next one is tried as such, which is quicker. */
  expectsNew: boolean;
};

/**
 * Merges one chunk of touchpoints in the caller's transaction: looked up, and inserted in the order of their keys by one
 * statement. What is there already is a duplicate, also within the chunk, where the first row wins.
 *
 * For each row of a chunk of 10,000 PostgreSQL works as long as for COPY into the same indexes, or a quarter of that when
 * all are there already; a table to stage them in would cost a sixth more.
 * @param given what the chunk is encoded into, when one chunk follows another
 */
export async function mergeTouchpoints(
  client: PoolClient,
  target: TouchpointTarget,
  batch: TouchpointBatch,
  given?: ByteArena,
): Promise<MergeResult> {
  const { settled, unsettled } = batch;
  const refusals = unsettled.length === 0 ? [] : await resolveRows(client, target, unsettled, settled);
  const { order, conflicts } = batch.sorted();
  const arena = given ?? new ByteArena(order.length * ENCODED_ROW_BYTES);
  const isEmpty = order.length === 0;
  const outcome = isEmpty
    ? { created: 0, conflicts: 0 }
    : await store(client, target, { columns: settled, order, arena });
  target.expectsNew = outcome.created === order.length;
  const counts = {
    created: outcome.created,
    updated: 0,
    unchanged: 0,
    duplicates: settled.length - outcome.created,
    conflicts: conflicts + outcome.conflicts,
  };
  return { counts, refusals, touched: outcome.created === 0 ? new Set() : customersOf(settled, order) };
}

/** A touchpoint as it is sent to PostgreSQL, with an id of usual length. */
export const ENCODED_ROW_BYTES = 110;

type Sorted = Readonly<{ columns: TouchpointColumns; order: Int32Array; arena: ByteArena }>;
type Outcome = Readonly<{ created: number; conflicts: number }>;

/** Rows that should be new are inserted at once; otherwise they are looked up first, which may be all. */
async function store(
  client: PoolClient,
  target: TouchpointTarget,
  { columns, order, arena }: Sorted,
): Promise<Outcome> {
  const { organisationId } = target;
  arena.clear();
  const compared = encodeCompared(arena, columns, order);
  if (target.isRehearsal) return rehearseRows(client, organisationId, compared);
  const encode = () => ({
    compared,
    senderIds: encodeSenderIds(arena, columns, order),
    details: columns.details.size === 0 ? null : encodeDetails(arena, columns, order),
  });
  const isOptimistic = target.expectsNew && columns.details.size === 0;
  if (isOptimistic && (await insertNewRows(client, target, encode()))) return { created: order.length, conflicts: 0 };
  const before = await countStored(client, organisationId, compared, order.length);
  if (before.stored === order.length) return { created: 0, conflicts: before.conflicts };
  const created = await insertMissingRows(client, target, encode());
  const wasRaced = created + before.stored !== order.length;
  const { conflicts } = wasRaced ? await countStored(client, organisationId, compared, order.length) : before;
  return { created, conflicts };
}

function customersOf({ customerIds }: TouchpointColumns, order: Int32Array): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const place of order) touched.add(customerIds[place] ?? 0);
  return touched;
}
