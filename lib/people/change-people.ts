import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { findOwnCustomer } from "@/lib/hand-entries/find-own-customer";
import type { PeopleFact } from "@/lib/schemas/people";

type Change = Readonly<{ externalId: string; fact: PeopleFact; verb: "added" | "changed" | "removed" }>;

type Work = (
  tx: TenantTransaction,
  place: Readonly<{ organisationId: number; customerId: number }>,
) => Promise<Readonly<{ id: number } | { count: number; id: number }>>;

/**
 * Changes what is known of the people of a customer, with a trace that holds no personal data.
 * @param work makes the change; a `count` of 0 says that there was nothing to change
 * @throws AppError not-found for a foreign customer, or where there was nothing to change
 */
export async function changePeople(member: Member, { externalId, fact, verb }: Change, work: Work): Promise<number> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const customerId = await findOwnCustomer(tx, member, externalId);
    const done = await work(tx, { organisationId, customerId });
    if ("count" in done && done.count === 0) throw new AppError("not-found", "This does not exist any more.");
    await recordAudit(tx, member, {
      action: `customers.${fact}-${verb}`,
      subject: `customer:${externalId}`,
      details: { [fact]: done.id },
    });
    return done.id;
  });
}
