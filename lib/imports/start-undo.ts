import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { NOTHING_UNDONE } from "./add-undo-result";
import type { ImportRunner } from "./start-import";

/**
 * Decides that an import is taken back, once, and queues the work. One that failed half-way, was cancelled or lost its
 * worker can be taken back as well; one that is under way cannot.
 * @returns the job, or null when the caller runs it
 * @throws AppError not-found; conflict when it is under way, brought nothing in, or was taken back already
 */
export async function startUndo(
  member: Member,
  importId: number,
  runner: ImportRunner = "job",
): Promise<{ jobId: string | null }> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const [row] = await tx.$queryRaw<{ state: string; isLost: boolean; mergedRows: number }[]>`
      SELECT state, merged_rows AS "mergedRows", state = 'running' AND
        (lease_until < now() OR (lease_until IS NULL AND job_id IS NULL AND started_at IS NOT NULL)) AS "isLost"
      FROM import WHERE organisation_id = ${organisationId} AND id = ${importId} FOR UPDATE`;
    if (!row) throw new AppError("not-found", "There is no such import.");
    const refusal = whyNot(row);
    if (refusal) throw new AppError("conflict", refusal);
    const jobId =
      runner === "job" ? await enqueueJob(tx, { organisationId, task: "undo-import", payload: { importId } }) : null;
    await tx.import.update({
      where: { organisationId_id: { organisationId, id: importId } },
      data: { state: "undoing", undo: NOTHING_UNDONE, undoneByName: member.name, jobId, leaseUntil: null },
      select: { id: true },
    });
    await recordAudit(tx, member, { action: "imports.undo-started", subject: `import:${importId}` });
    return { jobId };
  });
}

function whyNot({ state, isLost, mergedRows }: Readonly<{ state: string; isLost: boolean; mergedRows: number }>) {
  if (state === "undone") return "This import was undone already.";
  if (state === "undoing") return "This import is being undone already.";
  if (state === "running" && !isLost) return "This import is under way. Stop it or let it end, then undo it.";
  return mergedRows > 0 ? undefined : "This import brought nothing in: there is nothing to undo.";
}
