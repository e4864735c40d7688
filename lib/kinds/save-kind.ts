import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { KindChange } from "@/lib/schemas/kind";

/**
 * Changes label, category, valence or half-life of a kind. The last three are read by rules, so that all customers are
 * scored anew.
 * @throws AppError not-found for a key that is not in the catalogue
 */
export async function saveKind(member: Member, change: KindChange): Promise<void> {
  const { organisationId } = member;
  const { key, ...fields } = change;
  await withTenant(organisationId, async (tx) => {
    const where = { organisationId_key: { organisationId, key } };
    const select = { label: true, category: true, valence: true, halfLifeDays: true } as const;
    const before = await tx.kind.findUnique({ where: { ...where, mergedIntoId: null }, select });
    if (!before) throw new AppError("not-found", `There is no kind “${key}”.`);
    const after = await tx.kind.update({ where, data: fields, select });
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    // Touchpoints may name a kind by its label: senders' names are to be looked up anew.
    await tx.organisation.update({ where: { id: organisationId }, data: { lookupVersion: { increment: 1 } } });
    await recordAudit(tx, member, { action: "kinds.changed", subject: `kind:${key}`, details: { before, after } });
    const { label: _before, ...scoredBefore } = before;
    const { label: _after, ...scoredAfter } = after;
    if (JSON.stringify(scoredBefore) === JSON.stringify(scoredAfter)) return;
    await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
  });
}
