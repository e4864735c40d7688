import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { ImportState } from "./import-types";
import { removeUpload, uploadPath } from "./upload-path";

/**
 * Stops a check or an import. Of an import, the rows that were stored stay; its worker finds the fence raised and gives up
 * the chunk at hand. A check goes back to where it was before.
 * @throws AppError not-found; conflict for an import that is neither checked nor under way
 */
export async function cancelImport(member: Member, importId: number): Promise<{ status: ImportState }> {
  const { organisationId } = member;
  const status = await withTenant(organisationId, async (tx) => {
    const found = await tx.import.findUnique({
      where: { organisationId_id: { organisationId, id: importId } },
      select: { state: true, jobId: true },
    });
    if (!found) throw new AppError("not-found", "There is no such import.");
    const next = found.state === "dry-run" ? "uploaded" : "cancelled";
    const stopped = await tx.import.updateManyAndReturn({
      where: { organisationId, id: importId, state: { in: ["dry-run", "running"] } },
      data: {
        state: next,
        fence: { increment: 1 },
        leaseUntil: null,
        ...(next === "cancelled" ? { finishedAt: new Date() } : {}),
      },
      select: { rows: true, created: true, updated: true, rejected: true },
    });
    const [counts] = stopped;
    if (!counts) throw new AppError("conflict", "This import is over, or was not started: there is nothing to stop.");
    if (found.jobId) {
      await tx.job.updateMany({
        where: { organisationId, id: found.jobId, state: { in: ["queued", "running"] } },
        data: { state: "cancelled", finishedAt: new Date(), error: `Cancelled by ${member.name}.` },
      });
    }
    await recordAudit(tx, member, { action: "imports.cancelled", subject: `import:${importId}`, details: counts });
    if (counts.created + counts.updated > 0) await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
    return next;
  });
  if (status === "cancelled") await removeUpload(uploadPath(organisationId, importId));
  return { status };
}
