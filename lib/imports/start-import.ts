import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import type { Prisma } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { ImportOptions } from "@/lib/schemas/import-options";
import { type ImportPlan, type LoadedImport, loadImport } from "./load-import";
import { planImport } from "./plan-import";
import { rememberMapping } from "./remember-mapping";

/** Who runs the import: a worker by a job, or the caller itself. */
export type ImportRunner = "job" | "caller";

/**
 * Decides that a file is imported under these options, and queues the work. An import that failed before its first row
 * can be started again.
 * @returns the job, or null when the caller runs it
 * @throws AppError unprocessable for options that do not fit the file; conflict when it is running or done
 */
export async function startImport(
  member: Member,
  importId: number,
  options: ImportOptions,
  runner: ImportRunner = "job",
): Promise<{ jobId: string | null }> {
  const { organisationId } = member;
  const loaded = await loadImport(organisationId, importId);
  refuseUnlessStartable(loaded);
  const plan = await planImport(loaded, options);
  return withTenant(organisationId, async (tx) => {
    const jobId =
      runner === "job" ? await enqueueJob(tx, { organisationId, task: "run-import", payload: { importId } }) : null;
    await tx.importReject.deleteMany({ where: { organisationId, importId } });
    const { count } = await tx.import.updateMany({
      where: { organisationId, id: importId, state: { in: STARTABLE }, mergedRows: 0 },
      data: { ...FROM_THE_START, state: "running", options: toJson(plan), jobId, finishedAt: null, leaseUntil: null },
    });
    if (count === 0) throw new AppError("conflict", "This import was started at the same moment elsewhere.");
    const { onError, unknownCustomer, unknownKind } = options;
    const details = { onError, unknownCustomer, unknownKind };
    await rememberMapping(tx, loaded, options, member.name);
    await recordAudit(tx, member, { action: "imports.started", subject: `import:${importId}`, details });
    return { jobId };
  });
}

const STARTABLE = ["uploaded", "dry-run", "failed"];

/** An import that failed may have counted its rows as rejected. */
const FROM_THE_START = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  duplicates: 0,
  rejected: 0,
  conflicts: 0,
  held: 0,
  error: null,
};

/** @throws AppError conflict for an import that is under way, done or cancelled */
export function refuseUnlessStartable({ state, row }: LoadedImport): void {
  if (STARTABLE.includes(state) && row.mergedRows === 0) return;
  const why =
    state === "running"
      ? "is under way"
      : state === "succeeded"
        ? "is done; upload the file again to import it again"
        : `${state === "failed" ? "failed after its first rows" : "was cancelled"}; upload the file again, rows that are in count as duplicates`;
  throw new AppError("conflict", `This import ${why}.`);
}

export function toJson(plan: ImportPlan): Prisma.InputJsonObject {
  return { options: plan.options, reading: plan.reading };
}
