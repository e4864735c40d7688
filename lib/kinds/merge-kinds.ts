import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { lockMerges } from "@/lib/imports/lock-merges";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { rewriteRules } from "@/lib/rules/rewrite-rules";
import type { KindMerge } from "@/lib/schemas/kind";
import { replaceInBreakUp } from "./replace-in-break-up";

/**
 * Makes one kind of two. From now on whoever sends the first reaches the second; rules, the draft and the meaning of a
 * break-up name the second instead, as a new version where they named the first; a job moves the touchpoints that are there
 * and then scores everyone anew.
 * @throws AppError not-found for a kind that is not in the catalogue; conflict while an import is at work, which remembers
 *   kinds; unprocessable when the rules would contradict themselves
 */
export async function mergeKinds(member: Member, { from, into }: KindMerge): Promise<Readonly<{ jobId: string }>> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await lockMerges(tx, organisationId, "exclusive");
    await refuseDuringImports(tx, organisationId);
    const kinds = await tx.kind.findMany({
      where: { organisationId, mergedIntoId: null, key: { in: [from, into] } },
      select: { id: true, key: true, label: true },
    });
    const gone = kinds.find(({ key }) => key === from);
    const kept = kinds.find(({ key }) => key === into);
    if (!gone || !kept || gone === kept) throw new AppError("not-found", "There are no two such kinds.");
    await tx.kind.updateMany({
      where: { organisationId, OR: [{ id: gone.id }, { mergedIntoId: gone.id }] },
      data: { mergedIntoId: kept.id },
    });
    // Before the rules, whose publication queues new scores: those are then made of moved touchpoints.
    const jobId = await enqueueJob(tx, { organisationId, task: "merge-kinds", payload: { from: gone.id } });
    const note = `“${gone.label}” was merged into “${kept.label}”`;
    const rewritten = await rewriteRules(tx, member, { from, into, note });
    const isBreakUpChanged = await replaceInBreakUp(tx, organisationId, { from, into });
    await recordAudit(tx, member, {
      action: "kinds.merged",
      subject: `kind:${from}`,
      details: { into, ...rewritten, isBreakUpChanged },
    });
    return { jobId };
  });
}

async function refuseDuringImports(tx: TenantTransaction, organisationId: number): Promise<void> {
  const running = await tx.import.count({ where: { organisationId, state: "running" } });
  if (running > 0) throw new AppError("conflict", "An import is at work. Merge the kinds when it is done.");
}
