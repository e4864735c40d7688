import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { refuseUnlessMay } from "@/lib/auth/refuse-unless-may";
import { seesOnlyOwnBook } from "@/lib/customers/visible-customers";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { BulkRequest } from "@/lib/schemas/bulk-change";

export type StartedBulkChange = Readonly<{ id: number; jobId: string }>;

/**
 * Orders a change of many customers. A manager of an own book changes customers of that book alone, and gives none away.
 * @throws AppError forbidden; not-found for an owner who is no member
 */
export async function startBulkChange(member: Member, request: BulkRequest): Promise<StartedBulkChange> {
  refuseUnlessMay(member, "customers.write");
  const { organisationId } = member;
  const { type, value, selection } = request;
  const ownBook = seesOnlyOwnBook(member);
  if (type === "assign" && ownBook) {
    throw new AppError("forbidden", "Only people who see every customer can give customers to somebody.");
  }
  return withTenant(organisationId, async (tx) => {
    if (type === "assign" && value !== "none") {
      const found = await tx.member.count({ where: { organisationId, id: Number(value), removedAt: null } });
      if (found === 0) throw new AppError("not-found", "There is no such member.");
    }
    const { id } = await tx.bulkChange.create({
      data: {
        organisationId,
        type,
        value,
        selection,
        bookOfId: ownBook ? member.id : null,
        memberId: member.id,
        memberName: member.name,
      },
      select: { id: true },
    });
    const jobId = await enqueueJob(tx, { organisationId, task: "bulk-change", payload: { bulkChangeId: id } });
    await tx.bulkChange.update({
      where: { organisationId_id: { organisationId, id } },
      data: { jobId },
      select: { id: true },
    });
    const details = "query" in selection ? { query: selection.query } : { customers: selection.externalIds.length };
    await recordAudit(tx, member, {
      action: `customers.bulk-${type}`,
      subject: `bulk-change:${id}`,
      details: { value, ...details },
    });
    return { id, jobId };
  });
}
