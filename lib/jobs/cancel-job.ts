import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { type JobView, readJob } from "./read-job";

/** Work that may be stopped half-way because it writes nothing before its end. */
const CANCELLABLE: ReadonlySet<string> = new Set(["train-model"]);

/**
 * Stops a job that waits or runs. The worker at it notices within a second and gives up what it did.
 * @throws AppError not-found; conflict for a job that is over, or whose work cannot be stopped half-way
 */
export async function cancelJob(member: Member, jobId: string): Promise<JobView> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const job = await tx.job.findUnique({ where: { organisationId_id: { organisationId, id: jobId } } });
    if (!job) throw new AppError("not-found", "There is no such job.");
    if (!CANCELLABLE.has(job.task)) throw new AppError("conflict", "This work cannot be stopped half-way.");
    const { count } = await tx.job.updateMany({
      where: { organisationId, id: jobId, state: { in: ["queued", "running"] } },
      data: { state: "cancelled", finishedAt: new Date(), error: `Cancelled by ${member.name}.` },
    });
    if (count === 0) throw new AppError("conflict", "This job is over.");
    await recordAudit(tx, member, { action: "jobs.cancelled", subject: `job:${jobId}`, details: { task: job.task } });
  });
  return readJob(member, jobId);
}
