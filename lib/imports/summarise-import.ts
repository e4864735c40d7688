import { z } from "zod";
import type { Import, Job } from "@/lib/db/generated/client";
import { undoProgress } from "@/lib/schemas/import-undo";
import { IMPORT_STATES, IMPORT_TYPES } from "./import-types";
import type { ImportSummary } from "./import-view";

const undoShown = undoProgress.omit({ step: true, cursor: true });

type JobProgress = Pick<Job, "state" | "done" | "total" | "unit">;

/** @param now the database's clock: leases are by it */
export function summariseImport(row: Import, job: JobProgress | undefined, now: Date): ImportSummary {
  const isAtWork = row.state === "running" || row.state === "undoing";
  const isOver = !isAtWork && row.state !== "dry-run";
  const size = Number(row.sizeBytes);
  const progress =
    isOver || !job
      ? { done: row.state === "succeeded" || row.state === "undone" ? size : 0, total: size, unit: "bytes" }
      : job;
  const { rows, created, updated, unchanged, duplicates, conflicts, rejected, held } = row;
  return {
    id: row.id,
    type: z.enum(IMPORT_TYPES).parse(row.type),
    filename: row.filename,
    status: z.enum(IMPORT_STATES).parse(row.state),
    isChecked: row.dryRun !== null,
    isInterrupted: isAtWork && hasLostWorker(row, job, now),
    progress: { done: progress.done, total: progress.total, unit: progress.unit },
    counts: { rows, created, updated, unchanged, duplicates, conflicts, rejected, held },
    hash: row.sha256,
    sizeBytes: size,
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    elapsedSeconds: elapsedSeconds(row, now),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    jobId: row.jobId,
    error: row.error,
    undo: row.undo === null ? null : undoShown.parse(row.undo),
    undoneBy: row.undoneByName,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

function elapsedSeconds({ startedAt, finishedAt }: Import, now: Date): number | null {
  return startedAt && Math.max(0, ((finishedAt ?? now).getTime() - startedAt.getTime()) / 1000);
}

/** A lease that ran out, or none while neither a job nor a command is about to take one. */
function hasLostWorker({ leaseUntil, startedAt }: Import, job: JobProgress | undefined, now: Date): boolean {
  if (leaseUntil !== null) return leaseUntil < now;
  return job ? job.state !== "queued" && job.state !== "running" : startedAt !== null;
}
