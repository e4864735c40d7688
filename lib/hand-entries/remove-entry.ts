import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { EntryId } from "@/lib/schemas/hand-entry";
import { orderScores } from "@/lib/scores/order-scores";
import { findOwnCustomer } from "./find-own-customer";
import { mayRemove } from "./may-remove";
import { rescoreNow } from "./rescore-now";

/**
 * Takes back what was written down, by its author or an admin: the touchpoint or outcome goes, the trace stays.
 * @throws AppError not-found for what is none or was taken back already; forbidden for someone else's
 */
export async function removeEntry(member: Member, { externalId, entryId }: EntryId): Promise<void> {
  const { organisationId } = member;
  const changesScores = await withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    const entry = await tx.handEntry.findFirst({ where: { organisationId, id: entryId, customerId, removedAt: null } });
    if (!entry) throw new AppError("not-found", "This entry does not exist any more.");
    if (!mayRemove(member, entry.memberId)) {
      throw new AppError("forbidden", "Only who wrote this down, or an admin, can take it back.");
    }
    const { touchpointKey, outcomeId, type } = entry;
    // Whoever takes back first does it; a second one at the same moment finds nothing.
    const { count } = await tx.handEntry.updateMany({
      where: { organisationId, id: entryId, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (count === 0) throw new AppError("not-found", "This entry does not exist any more.");
    if (touchpointKey) await tx.touchpoint.deleteMany({ where: { organisationId, key: touchpointKey } });
    if (outcomeId) await tx.outcome.deleteMany({ where: { organisationId, id: outcomeId } });
    await recordAudit(tx, member, {
      action: `customers.${type}-taken-back`,
      subject: `customer:${externalId}`,
      details: { entry: entryId },
    });
    if (type === "note") return false;
    await orderScores(tx, organisationId, [customerId]);
    return true;
  });
  if (changesScores) await rescoreNow(organisationId);
}
