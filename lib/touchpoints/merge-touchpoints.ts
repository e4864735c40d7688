import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { copyIn } from "@/lib/db/copy";
import type { MergeResult } from "@/lib/imports/merge-result";
import { countStored } from "./count-stored";
import { insertMissingRows, insertNewRows } from "./insert-staged";
import { rehearseStaged } from "./rehearse-staged";
import { type RowResolver, resolveRows } from "./resolve-rows";
import { COPY_TO_STAGING, CREATE_STAGING, encodeStaged, type StagedTouchpoint, saysTheSame } from "./staged-touchpoint";
import type { TouchpointRow } from "./touchpoint-row";

/** Where touchpoints go, and what is remembered from one chunk of them to the next. */
export type TouchpointTarget = RowResolver & {
  readonly organisationId: number;
  readonly importId: number | null;
  /** Whether the last chunk was all new: then the next one is tried as such, which is quicker. */
  expectsNew: boolean;
};

/**
 * Merges one chunk of touchpoints in the caller's transaction: looked up, staged by COPY, inserted in the order of their
 * keys. What is there already is a duplicate, also within the chunk, where the first row wins.
 */
export async function mergeTouchpoints(
  client: PoolClient,
  target: TouchpointTarget,
  rows: readonly TouchpointRow[],
): Promise<MergeResult> {
  const { staged, refusals } = await resolveRows(client, target, rows);
  const { unique, conflicts } = withoutRepeats(staged);
  if (unique.length === 0) {
    const counts = { created: 0, updated: 0, unchanged: 0, duplicates: staged.length, conflicts };
    return { counts, refusals, touched: new Set() };
  }
  const outcome = target.isRehearsal
    ? await rehearse(client, target, unique)
    : await insertUnique(client, target, unique);
  target.expectsNew = outcome.created === unique.length;
  return { counts: countsOf(staged.length, conflicts, outcome), refusals, touched: touchedBy(unique, outcome) };
}

type Outcome = Readonly<{ created: number; conflicts: number }>;

/** Rows that should be new are staged and inserted at once; otherwise they are looked up first, which may be all. */
async function insertUnique(
  client: PoolClient,
  target: TouchpointTarget,
  rows: readonly StagedTouchpoint[],
): Promise<Outcome> {
  const hasDetails = rows.some((row) => row.details !== null);
  const isOptimistic = target.expectsNew && !hasDetails;
  if (isOptimistic) {
    await copyToStaging(client, target, rows);
    if (await insertNewRows(client, target)) return { created: rows.length, conflicts: 0 };
  }
  const before = await countStored(client, target.organisationId, rows);
  if (before.stored === rows.length) return { created: 0, conflicts: before.conflicts };
  if (!isOptimistic) await copyToStaging(client, target, rows);
  const created = await insertMissingRows(client, target, hasDetails);
  const wasRaced = created + before.stored !== rows.length;
  const { conflicts } = wasRaced ? await countStored(client, target.organisationId, rows) : before;
  return { created, conflicts };
}

async function rehearse(
  client: PoolClient,
  target: TouchpointTarget,
  rows: readonly StagedTouchpoint[],
): Promise<Outcome> {
  await copyToStaging(client, target, rows);
  return rehearseStaged(client, target.organisationId);
}

function withoutRepeats(staged: readonly StagedTouchpoint[]): { unique: StagedTouchpoint[]; conflicts: number } {
  const byKey = new Map<string, StagedTouchpoint>();
  const unique: StagedTouchpoint[] = [];
  let conflicts = 0;
  for (const row of staged) {
    const earlier = byKey.get(row.key);
    if (!earlier) {
      byKey.set(row.key, row);
      unique.push(row);
    } else if (!saysTheSame(earlier, row)) conflicts += 1;
  }
  return { unique, conflicts };
}

async function copyToStaging(
  client: PoolClient,
  target: TouchpointTarget,
  rows: readonly StagedTouchpoint[],
): Promise<void> {
  // A rehearsal stages many chunks in one transaction; otherwise the commit has emptied the table.
  const empty = target.isRehearsal ? "TRUNCATE staged_touchpoint" : "";
  await client.query(`SET LOCAL client_min_messages = warning; ${CREATE_STAGING}; ${empty}`);
  const copy = copyIn(client, COPY_TO_STAGING);
  copy.end(encodeStaged(rows));
  await finished(copy);
}

function countsOf(rows: number, conflictsWithin: number, outcome: Outcome): MergeResult["counts"] {
  const duplicates = rows - outcome.created;
  return {
    created: outcome.created,
    updated: 0,
    unchanged: 0,
    duplicates,
    conflicts: conflictsWithin + outcome.conflicts,
  };
}

function touchedBy(rows: readonly StagedTouchpoint[], outcome: Outcome): ReadonlySet<number> {
  return outcome.created === 0 ? new Set() : new Set(rows.map((row) => row.customerId));
}
