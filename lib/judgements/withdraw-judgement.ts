import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { findOwnCustomer } from "@/lib/hand-entries/find-own-customer";
import { loadSettings } from "@/lib/organisations/load-settings";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { judgementStates } from "./judgement-states";
import { loadFacts } from "./load-facts";
import { mayWithdraw } from "./may-withdraw";

/**
 * Takes a judgement back, by its author or an admin: a new fact that ends it. What was said stays readable.
 * @throws AppError not-found for a foreign customer; conflict for what is none or stands no more; forbidden for someone else's
 */
export async function withdrawJudgement(
  member: Member,
  { externalId, judgementId }: Readonly<{ externalId: string; judgementId: number }>,
): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    // Two who take it back at the same moment: the second waits, and finds that it stands no more.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('judgements'), ${customerId})`;
    const nowMs = await organisationNow(tx, await loadSettings(tx, organisationId));
    const facts = await loadFacts(tx, organisationId, customerId);
    const judged = facts.find(({ id }) => id === judgementId);
    if (!judged || judgementStates(facts, nowMs).get(judgementId) !== "standing") {
      throw new AppError("conflict", "This judgement does not stand any more.");
    }
    if (!mayWithdraw(member, judged.memberId)) {
      throw new AppError("forbidden", "Only who judged, or an admin, can take it back.");
    }
    await tx.judgement.create({
      data: {
        ...{ organisationId, customerId, type: "withdrawal", reason: "", withdrawsId: judgementId },
        ...{ memberId: member.id, memberName: member.name, asOf: new Date(nowMs) },
      },
      select: { id: true },
    });
    await recordAudit(tx, member, {
      action: "customers.judgement-withdrawn",
      subject: `customer:${externalId}`,
      details: { judgement: judgementId },
    });
  });
}
