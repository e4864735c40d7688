import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";

/**
 * Queues the rest of an import, or of an undo, whose worker was lost, for example when a command was killed. It goes on behind the last
 * row that was stored.
 * @throws AppError conflict when it is not interrupted
 */
export async function resumeImport(member: Member, importId: number): Promise<{ jobId: string }> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const [row] = await tx.$queryRaw<{ interrupted: boolean; state: string }[]>`
      SELECT state IN ('running', 'undoing') AND (lease_until IS NULL OR lease_until < now()) AS interrupted, state
      FROM import WHERE organisation_id = ${organisationId} AND id = ${importId}`;
    if (!row) throw new AppError("not-found", "There is no such import.");
    if (!row.interrupted) throw new AppError("conflict", "This import is not interrupted.");
    const jobId = await enqueueJob(tx, {
      organisationId,
      task: row.state === "undoing" ? "undo-import" : "run-import",
      payload: { importId },
    });
    await tx.import.update({
      where: { organisationId_id: { organisationId, id: importId } },
      data: { jobId },
      select: { id: true },
    });
    return { jobId };
  });
}
