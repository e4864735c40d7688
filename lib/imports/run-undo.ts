import { setTimeout as sleep } from "node:timers/promises";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { type UndoProgress, undoProgress } from "@/lib/schemas/import-undo";
import { addUndoResult, type UndoChunk } from "./add-undo-result";
import { claimImport, LEASE_SECONDS } from "./claim-import";
import type { RunningImport } from "./commit-chunk";
import { finishUndo } from "./finish-undo";
import type { ImportType } from "./import-types";
import { loadImport } from "./load-import";
import { LostImport } from "./lost-import";
import { releaseImport } from "./release-import";
import { renewLease } from "./renew-lease";
import { CHUNK_ROWS } from "./row-limits";
import type { RunOptions } from "./run-options";
import { TouchedCustomers } from "./touched-customers";
import { undoCustomerChanges } from "./undo-customer-changes";
import { undoHeldRows } from "./undo-held-rows";
import { undoKinds } from "./undo-kinds";
import { undoNewCustomers } from "./undo-new-customers";
import { undoOutcomes } from "./undo-outcomes";
import type { UndoStep, UndoTarget } from "./undo-step";
import { undoTouchpoints } from "./undo-touchpoints";
import { OtherImportAtWork } from "./wait-for-merges";

/** Rows first, then what was made on the way to them. */
const STEPS: Readonly<Record<ImportType, readonly UndoStep[]>> = {
  touchpoints: [undoHeldRows, undoTouchpoints, undoNewCustomers, undoKinds],
  outcomes: [undoHeldRows, undoOutcomes, undoNewCustomers],
  customers: [undoCustomerChanges],
};

const RETRY_MS = 500;

/**
 * Takes an import back from where its undo stands to its end, chunk by chunk, each in one transaction with the counts: a
 * crash at any moment loses nothing and repeats nothing.
 */
export async function runUndo(organisationId: number, importId: number, options: RunOptions = {}): Promise<void> {
  const claim = await claimImport(organisationId, importId, "undoing");
  if (!claim) return;
  const running: RunningImport = { organisationId, importId, fence: claim.fence };
  try {
    const { row, type } = await loadImport(organisationId, importId);
    const begun = undoProgress.parse(row.undo);
    const touched = new TouchedCustomers(begun.step > 0 || begun.reversed > 0);
    const total = row.created + row.updated;
    const work = { ...running, chunkRows: options.chunkRows ?? CHUNK_ROWS };
    const done = await takeSteps(work, STEPS[type], begun, (chunk, progress) => {
      touched.add(chunk.touched);
      options.report?.({ done: progress.reversed + progress.kept + progress.errored, total, unit: "rows" });
      options.signal?.throwIfAborted();
    });
    await finishUndo(systemMember(organisationId), running, done, touched.result());
  } finally {
    // When the database is away the lease ends by itself, and what went wrong first is what is to be told.
    await releaseImport(running).catch(() => undefined);
  }
}

type RunningUndo = RunningImport & UndoTarget;

async function takeSteps(
  running: RunningUndo,
  steps: readonly UndoStep[],
  begun: UndoProgress,
  onChunk: (chunk: UndoChunk, progress: UndoProgress) => void,
): Promise<UndoProgress> {
  let progress = begun;
  while (progress.step < steps.length) {
    const step = steps[progress.step];
    if (!step) break;
    const next = await commitStep(running, step, progress).catch(async (error) => {
      if (!(error instanceof OtherImportAtWork)) throw error;
      await renewLease(running.organisationId, running.importId, running.fence);
      await sleep(RETRY_MS);
      return undefined;
    });
    if (!next) continue;
    progress = next.progress;
    if (next.chunk) onChunk(next.chunk, progress);
  }
  return progress;
}

/** One chunk, or the way to the next step when none is left. */
async function commitStep(
  running: RunningUndo,
  step: UndoStep,
  progress: UndoProgress,
): Promise<Readonly<{ chunk: UndoChunk | undefined; progress: UndoProgress }>> {
  const { organisationId, importId, fence } = running;
  return withTenantClient(organisationId, async (client) => {
    const chunk = await step(client, running, progress.cursor);
    const next = chunk ? addUndoResult(progress, chunk) : { ...progress, step: progress.step + 1, cursor: 0 };
    const { rowCount } = await client.query(
      `UPDATE import SET undo = $4::jsonb, lease_until = now() + make_interval(secs => $5)
       WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'undoing'`,
      [organisationId, importId, fence, JSON.stringify(next), LEASE_SECONDS],
    );
    if (rowCount !== 1) throw new LostImport();
    return { chunk, progress: next };
  });
}
