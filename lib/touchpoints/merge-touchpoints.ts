import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { copyIn } from "@/lib/db/copy";
import type { MergeResult } from "@/lib/imports/merge-result";
import { type InsertOutcome, insertStaged } from "./insert-staged";
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
  await copyToStaging(client, target, unique);
  const outcome = target.isRehearsal
    ? await rehearseStaged(client, target.organisationId)
    : await insertStaged(client, target, {
        rows: unique.length,
        hasDetails: unique.some((row) => row.details !== null),
      });
  target.expectsNew = outcome.created === unique.length;
  return { counts: countsOf(staged.length, conflicts, outcome), refusals, touched: touchedBy(unique, outcome) };
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

function countsOf(rows: number, conflictsWithin: number, outcome: InsertOutcome): MergeResult["counts"] {
  const duplicates = rows - outcome.created;
  return {
    created: outcome.created,
    updated: 0,
    unchanged: 0,
    duplicates,
    conflicts: conflictsWithin + outcome.conflicts,
  };
}

function touchedBy(rows: readonly StagedTouchpoint[], outcome: InsertOutcome): ReadonlySet<number> {
  return outcome.created === 0 ? new Set() : new Set(rows.map((row) => row.customerId));
}
