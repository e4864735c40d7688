import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { ConfirmableStep } from "@/lib/schemas/set-up-step";

/** Notes that a member found a part of the set-up right, in the caller's transaction. */
export async function confirmStep(tx: TenantTransaction, member: Member, step: ConfirmableStep): Promise<void> {
  const { organisationId, id: memberId, name: memberName } = member;
  await tx.setUpConfirmation.create({
    data: { organisationId, step, memberId, memberName },
    select: { step: true },
  });
  await recordAudit(tx, member, {
    action: "set-up.confirmed",
    subject: `organisation:${organisationId}`,
    details: { step },
  });
}
