import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { orderScores } from "@/lib/scores/order-scores";
import type { RunningImport } from "./commit-chunk";
import { LostImport } from "./lost-import";
import { removeUpload, uploadPath } from "./upload-path";

/**
 * Closes an import and queues the scores that it changed, in one transaction; then its file is not needed any more.
 * @param touched customers to score again, or all of them
 */
export async function finishImport(
  member: Member,
  running: RunningImport,
  touched: "all" | readonly number[],
): Promise<void> {
  const { organisationId, importId, fence } = running;
  await withTenant(organisationId, async (tx) => {
    const finished = await tx.import.updateManyAndReturn({
      where: { organisationId, id: importId, fence, state: "running" },
      data: { state: "succeeded", finishedAt: new Date(), leaseUntil: null, error: null },
      select: {
        rows: true,
        created: true,
        updated: true,
        unchanged: true,
        duplicates: true,
        rejected: true,
        held: true,
      },
    });
    const [counts] = finished;
    if (!counts) throw new LostImport();
    await recordAudit(tx, member, { action: "imports.finished", subject: `import:${importId}`, details: counts });
    if (touched === "all") await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
    else await orderScores(tx, organisationId, touched);
  });
  await removeUpload(uploadPath(organisationId, importId));
}
