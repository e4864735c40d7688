import type { PoolClient } from "pg";
import type { DryRunFindings } from "@/lib/schemas/import-findings";
import { addCounts } from "./add-counts";
import { applySplit } from "./apply-split";
import { createPipeline } from "./create-pipeline";
import type { DryRunWatch } from "./dry-run-watch";
import { FateSamples } from "./fate-samples";
import type { ImportPlan, LoadedImport } from "./load-import";
import { readFileRows } from "./read-file-rows";
import type { Reject } from "./reject";
import { CHUNK_ROWS } from "./row-limits";
import type { RunOptions } from "./run-options";
import { uploadPath } from "./upload-path";

/** What an import would do. The counts add up to `rows`. */
export type Rehearsal = Readonly<{
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  held: number;
}>;

const SINGLE_ROWS = 40;

/**
 * Goes through the whole file as an import would, and changes nothing. What earlier rows would have stored is kept in
 * tables of the transaction, so that the counts are those of the import that follows.
 * @param client inside one transaction of the organisation, held until the end
 * @param watch looks at the rows; then the first rows of each fate are told as well
 * @param onRejects called with the rejects of each chunk, in order, and after each chunk also without any
 */
export async function rehearseImport(
  client: PoolClient,
  loaded: LoadedImport,
  plan: ImportPlan,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
  { report, signal, watch }: RunOptions & { watch?: DryRunWatch },
): Promise<Rehearsal & Pick<DryRunFindings, "samples">> {
  const { organisationId, id, sizeBytes } = loaded.row;
  const pipeline = createPipeline(loaded, plan, true, watch);
  const samples = new FateSamples();
  const file = applySplit(loaded.type, loaded.detected, plan.options).detected;
  const total = { rows: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, conflicts: 0, rejected: 0, held: 0 };
  let chunk = pipeline.begin(1);
  const settle = async () => {
    signal?.throwIfAborted();
    const { rows, counts, rejects } = await chunk.merge(client);
    pipeline.committed();
    total.rows += rows;
    total.rejected += rejects.length;
    addCounts(total, counts);
    await watch?.settle(client, rejects);
    await onRejects(rejects);
    chunk = pipeline.begin(total.rows + 1);
    return counts;
  };
  for await (const { records, bytesRead } of readFileRows(uploadPath(organisationId, id), file, 0)) {
    for (const record of records) {
      if (watch) watch.line = record.line;
      chunk.add(record);
      // The first rows go one by one: what became of the chunk is what became of the row.
      const isSingle = watch !== undefined && total.rows < SINGLE_ROWS;
      if (!isSingle && chunk.rows < CHUNK_ROWS) continue;
      const counts = await settle();
      if (isSingle) samples.add(record, counts);
    }
    report?.({ done: bytesRead, total: Number(sizeBytes), unit: "bytes" });
  }
  if (chunk.rows > 0) await settle();
  return { ...total, samples: samples.list };
}
