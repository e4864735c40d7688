import { systemMember } from "@/lib/auth/system-member";
import { applySplit } from "./apply-split";
import { ChunkLanes } from "./chunk-lanes";
import { claimImport } from "./claim-import";
import { commitChunk, type RunningImport } from "./commit-chunk";
import { createPipeline } from "./create-pipeline";
import { failImport } from "./fail-import";
import { finishImport } from "./finish-import";
import type { ImportChunk, ImportPipeline } from "./import-pipeline";
import { type ImportPlan, type LoadedImport, loadImport } from "./load-import";
import { mergeWhole } from "./merge-whole";
import { readFileRows } from "./read-file-rows";
import { releaseImport } from "./release-import";
import { repeatImport } from "./repeat-import";
import { CHUNK_ROWS } from "./row-limits";
import type { RunOptions } from "./run-options";
import { TouchedCustomers } from "./touched-customers";
import { uploadPath } from "./upload-path";

/**
 * Runs an import from where it stands to its end: reads the file, and while PostgreSQL stores chunks the next is read and
 * checked. Stops without harm when it is cancelled, taken over or interrupted.
 * @throws AppError for what the sender can mend; then the import has failed
 */
export async function runImport(organisationId: number, importId: number, options: RunOptions = {}): Promise<void> {
  const claim = await claimImport(organisationId, importId);
  if (!claim) return;
  const running: RunningImport = { organisationId, importId, fence: claim.fence };
  try {
    const loaded = await loadImport(organisationId, importId);
    const plan = loaded.plan;
    if (!plan) throw new Error(`Import ${importId} runs without options`);
    const isRepeated = claim.mergedRows === 0 && (await repeatImport(running));
    if (isRepeated) return await finishImport(systemMember(organisationId), running, []);
    const isWhole = plan.options.onError === "abort" && claim.mergedRows === 0;
    const touched = isWhole
      ? await mergeWhole(running, loaded, plan, options)
      : await mergeFile(running, loaded, plan, claim.mergedRows, options);
    await finishImport(systemMember(organisationId), running, touched.result());
  } catch (error) {
    await failImport(running, error);
    throw error;
  } finally {
    // When the database is away the lease ends by itself, and what went wrong first is what is to be told.
    await releaseImport(running).catch(() => undefined);
  }
}

async function mergeFile(
  running: RunningImport,
  loaded: LoadedImport,
  plan: ImportPlan,
  mergedRows: number,
  { report, signal, chunkRows = CHUNK_ROWS }: RunOptions,
): Promise<TouchedCustomers> {
  const touched = new TouchedCustomers(mergedRows > 0);
  const pipeline = createPipeline(loaded, plan, false);
  const file = applySplit(loaded.type, loaded.detected, plan.options).detected;
  const total = Number(loaded.row.sizeBytes);
  const path = uploadPath(running.organisationId, running.importId);
  const lanes = new ChunkLanes();
  let nextRow = mergedRows + 1;
  let chunk = pipeline.begin(nextRow);
  const send = async (bytesRead: number) => {
    signal?.throwIfAborted();
    nextRow += chunk.rows;
    const full = chunk;
    await lanes.send(full.keys, async (turn) => {
      await storeChunk(running, pipeline, { chunk: full, turn }, touched);
      report?.({ done: bytesRead, total, unit: "bytes" });
    });
    chunk = pipeline.begin(nextRow);
  };
  try {
    for await (const { records, bytesRead } of readFileRows(path, file, mergedRows)) {
      for (const record of records) {
        chunk.add(record);
        if (chunk.rows >= chunkRows) await send(bytesRead);
      }
    }
    if (chunk.rows > 0) await send(total);
    await lanes.finish();
  } finally {
    await lanes.settle();
  }
  return touched;
}

async function storeChunk(
  running: RunningImport,
  pipeline: ImportPipeline,
  { chunk, turn }: Readonly<{ chunk: ImportChunk; turn: Promise<void> }>,
  touched: TouchedCustomers,
): Promise<void> {
  try {
    const result = await commitChunk(running, chunk, turn);
    pipeline.committed();
    touched.add(result.touched);
  } catch (error) {
    pipeline.rolledBack();
    throw error;
  }
}
