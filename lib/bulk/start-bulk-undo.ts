import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { refuseUnlessMay } from "@/lib/auth/refuse-unless-may";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";

/**
 * Orders that a change of many customers is taken back: one's own, or for an admin anybody's.
 * @returns the job's id
 * @throws AppError not-found; conflict while it is still going on, or when it was taken back already
 */
export async function startBulkUndo(member: Member, bulkChangeId: number): Promise<string> {
  refuseUnlessMay(member, "customers.write");
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const where = { organisationId_id: { organisationId, id: bulkChangeId } };
    const bulk = await tx.bulkChange.findUnique({ where, select: { state: true, memberId: true } });
    if (!bulk || (member.role !== "admin" && bulk.memberId !== member.id)) {
      throw new AppError("not-found", "There is no such change of yours.");
    }
    if (bulk.state !== "done")
      throw new AppError("conflict", "Only a change that is done can be taken back, and once.");
    const jobId = await enqueueJob(tx, { organisationId, task: "undo-bulk-change", payload: { bulkChangeId } });
    await tx.bulkChange.update({ where, data: { state: "undoing", jobId }, select: { id: true } });
    await recordAudit(tx, member, { action: "customers.bulk-undone", subject: `bulk-change:${bulkChangeId}` });
    return jobId;
  });
}
