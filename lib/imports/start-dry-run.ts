import type { Member } from "@/lib/auth/member";
import { Prisma } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { ImportOptions } from "@/lib/schemas/import-options";
import { loadImport } from "./load-import";
import { planImport } from "./plan-import";
import { refuseUnlessStartable, toJson } from "./start-import";

/**
 * Queues a pass over the whole file that counts what an import under these options would do.
 * @throws AppError unprocessable for options that do not fit the file; conflict when it is running or done
 */
export async function startDryRun(
  member: Member,
  importId: number,
  options: ImportOptions,
): Promise<{ jobId: string }> {
  const { organisationId } = member;
  const loaded = await loadImport(organisationId, importId);
  refuseUnlessStartable(loaded);
  const plan = await planImport(loaded, options);
  return withTenant(organisationId, async (tx) => {
    const jobId = await enqueueJob(tx, { organisationId, task: "dry-run-import", payload: { importId } });
    const { count } = await tx.import.updateMany({
      where: { organisationId, id: importId, state: loaded.state, mergedRows: 0 },
      data: { state: "dry-run", options: toJson(plan), dryRun: Prisma.DbNull, error: null, jobId, finishedAt: null },
    });
    if (count === 0) throw new AppError("conflict", "This import was started at the same moment elsewhere.");
    return { jobId };
  });
}
