import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { UndoProgress } from "@/lib/schemas/import-undo";
import { orderScores } from "@/lib/scores/order-scores";
import type { RunningImport } from "./commit-chunk";
import { LostImport } from "./lost-import";

/** Closes an undo and queues the scores that it changed, in one transaction. What was noted for it is not needed any more. */
export async function finishUndo(
  member: Member,
  { organisationId, importId, fence }: RunningImport,
  result: UndoProgress,
  touched: "all" | readonly number[],
): Promise<void> {
  await withTenant(organisationId, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE import SET state = 'undone', undone_at = now(), lease_until = NULL, error = NULL
      WHERE organisation_id = ${organisationId} AND id = ${importId} AND fence = ${fence} AND state = 'undoing'`;
    if (changed !== 1) throw new LostImport();
    await tx.importChange.deleteMany({ where: { organisationId, importId } });
    const { reversed, kept, errored, customers, kinds, heldRows } = result;
    const details = { reversed, kept, errored, customers, kinds, heldRows };
    await recordAudit(tx, member, { action: "imports.undone", subject: `import:${importId}`, details });
    if (touched === "all") await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
    else await orderScores(tx, organisationId, touched);
  });
}
