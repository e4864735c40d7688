import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import { boundQueries } from "@/lib/db/bound-queries";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { LEASE_SECONDS } from "./claim-import";
import type { ChunkResult, ImportChunk } from "./import-pipeline";
import { LOCK_MERGES_SHARED, mergesName } from "./lock-merges";
import { LostImport } from "./lost-import";
import { storeRejects } from "./store-rejects";

const LONGEST_TURN_MS = 60_000;

/** An import under this worker's fence. */
export type RunningImport = Readonly<{ organisationId: number; importId: number; fence: number }>;

/**
 * Stores a chunk in one transaction with its rejects, the counts and how far the import has come, so that a crash at any
 * moment loses nothing and repeats nothing. The commit does not wait for the disk: should the server itself crash, the
 * rows and the progress are lost together and the chunk is read again.
 * @param turn settled when the chunk before has committed; this one rolls back when that failed
 * @throws LostImport when another worker has taken the import over or it was cancelled
 */
export async function commitChunk(
  running: RunningImport,
  chunk: ImportChunk,
  turn: Promise<void>,
): Promise<ChunkResult> {
  return withTenantClient(running.organisationId, async (client) => {
    // In one trip: while the next chunk is read, an answer waits for this process to look.
    await boundQueries(client, [
      { text: "SET LOCAL synchronous_commit = off", parameters: [] },
      { text: LOCK_MERGES_SHARED, parameters: [Buffer.from(mergesName(running.organisationId))] },
    ]);
    const result = await chunk.merge(client);
    await inTime(turn);
    const rejectedBefore = await recordProgress(client, running, result);
    await storeRejects(client, running, result.rejects, rejectedBefore);
    return result;
  });
}

/**
 * Two imports that write the same keys in different orders could wait for each other's turns: a wait that no database sees.
 * @throws Error when the turn does not come; the import is then tried again from where it stands
 */
async function inTime(turn: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const late = sleep(LONGEST_TURN_MS, undefined, { signal: timer.signal }).then(() => {
    throw new Error("The chunk before this one has not been stored in time.");
  });
  late.catch(() => undefined);
  try {
    await Promise.race([turn, late]);
  } finally {
    timer.abort();
  }
}

/** Adds a chunk to the counts under the fence. @returns the number of rows that had been rejected before it */
export async function recordProgress(client: PoolClient, running: RunningImport, result: ChunkResult): Promise<number> {
  const { counts, rejects, rows } = result;
  const updated = await client.query<{ before: number }>(
    `UPDATE import SET rows = rows + $4, merged_rows = merged_rows + $4, created = created + $5, updated = updated + $6,
            unchanged = unchanged + $7, duplicates = duplicates + $8, conflicts = conflicts + $9, rejected = rejected + $10,
            held = held + $12, lease_until = now() + make_interval(secs => $11)
     WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running'
     RETURNING rejected - $10::int AS before`,
    [
      running.organisationId,
      running.importId,
      running.fence,
      rows,
      counts.created,
      counts.updated,
      counts.unchanged,
      counts.duplicates,
      counts.conflicts,
      rejects.length,
      LEASE_SECONDS,
      counts.held,
    ],
  );
  const [row] = updated.rows;
  if (!row) throw new LostImport();
  return row.before;
}
