import type { PoolClient } from "pg";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import { addCounts } from "./add-counts";
import { applySplit } from "./apply-split";
import { type RunningImport, recordProgress } from "./commit-chunk";
import { createPipeline } from "./create-pipeline";
import type { ChunkResult } from "./import-pipeline";
import type { ImportPlan, LoadedImport } from "./load-import";
import { lockMerges } from "./lock-merges";
import { LostImport } from "./lost-import";
import { readFileRows } from "./read-file-rows";
import type { Reject } from "./reject";
import { renewLease } from "./renew-lease";
import { CHUNK_ROWS } from "./row-limits";
import type { RunOptions } from "./run-options";
import { storeRejects } from "./store-rejects";
import { TouchedCustomers } from "./touched-customers";
import { uploadPath } from "./upload-path";

/** Thrown to roll the transaction back when rows are at fault. */
class FaultyFile extends Error {
  constructor(
    readonly first: Reject,
    readonly faulty: number,
    readonly rows: number,
  ) {
    super("Rows are at fault");
  }
}

/**
 * Stores a file whole or not at all: one transaction, so that nothing is to be seen before its end and nothing is left
 * after a crash. When rows are at fault they are listed, every row counts as rejected, and nothing is stored.
 * @throws AppError unprocessable that names the first fault
 */
export async function mergeWhole(
  running: RunningImport,
  loaded: LoadedImport,
  plan: ImportPlan,
  options: RunOptions,
): Promise<TouchedCustomers> {
  await forgetRejects(running);
  try {
    return await withTenantClient(running.organisationId, (client) =>
      mergeRows(client, running, loaded, plan, options),
    );
  } catch (error) {
    if (!(error instanceof FaultyFile)) throw error;
    throw await refuse(running, error);
  }
}

async function mergeRows(
  client: PoolClient,
  running: RunningImport,
  loaded: LoadedImport,
  plan: ImportPlan,
  { report, signal, chunkRows = CHUNK_ROWS }: RunOptions,
): Promise<TouchedCustomers> {
  const { organisationId, importId, fence } = running;
  await lockMerges(client, organisationId, "shared");
  const touched = new TouchedCustomers(false);
  const pipeline = createPipeline(loaded, plan, false);
  const file = applySplit(loaded.type, loaded.detected, plan.options).detected;
  const total: ChunkResult["counts"] = { created: 0, updated: 0, unchanged: 0, duplicates: 0, conflicts: 0, held: 0 };
  let [rows, faulty]: [number, number] = [0, 0];
  let first: Reject | undefined;
  let chunk = pipeline.begin(1);
  const settle = async () => {
    signal?.throwIfAborted();
    const result = await chunk.merge(client);
    pipeline.committed();
    touched.add(result.touched);
    rows += result.rows;
    addCounts(total, result.counts);
    first ??= result.rejects[0];
    await keepRejects(running, result.rejects, faulty);
    faulty += result.rejects.length;
    await renewLease(organisationId, importId, fence);
    chunk = pipeline.begin(rows + 1);
  };
  for await (const { records, bytesRead } of readFileRows(uploadPath(organisationId, importId), file, 0)) {
    for (const record of records) {
      chunk.add(record);
      if (chunk.rows >= chunkRows) await settle();
    }
    report?.({ done: bytesRead, total: Number(loaded.row.sizeBytes), unit: "bytes" });
  }
  if (chunk.rows > 0) await settle();
  if (first) throw new FaultyFile(first, faulty, rows);
  await recordProgress(client, running, { rows, counts: total, rejects: [], touched: new Set() });
  return touched;
}

/** An attempt that was interrupted has left its list of faults. */
async function forgetRejects({ organisationId, importId, fence }: RunningImport): Promise<void> {
  await renewLease(organisationId, importId, fence);
  await withTenantClient(organisationId, (client) =>
    client.query("DELETE FROM import_reject WHERE organisation_id = $1 AND import_id = $2", [organisationId, importId]),
  );
}

/** In a transaction of their own: they stay when the rows are rolled back. */
async function keepRejects(running: RunningImport, rejects: readonly Reject[], before: number): Promise<void> {
  if (rejects.length === 0) return;
  await withTenantClient(running.organisationId, (client) => storeRejects(client, running, rejects, before));
}

async function refuse(running: RunningImport, { first, faulty, rows }: FaultyFile): Promise<AppError> {
  const { organisationId, importId, fence } = running;
  await withTenantClient(organisationId, async (client) => {
    const { rowCount } = await client.query(
      "UPDATE import SET rows = $4, rejected = $4 WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running'",
      [organisationId, importId, fence, rows],
    );
    if (rowCount !== 1) throw new LostImport();
  });
  const where = `line ${first.line}, column “${first.column}”: ${first.message}`;
  const many = `${faulty.toLocaleString("en")} ${faulty === 1 ? "row has a fault" : "rows have faults"}`;
  return new AppError("unprocessable", `Nothing was imported: ${many}. The first is in ${where}`, {
    issues: [{ row: first.row, code: first.code, message: first.message }],
  });
}
