import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { findMemberRow } from "./find-member-row";

/**
 * Signs a member out everywhere: oneself, or, for an admin, anyone of the organisation.
 * @returns how many sessions ended
 */
export async function endSessions(member: Member, memberId: number): Promise<number> {
  const { organisationId } = member;
  if (member.id !== memberId && member.role !== "admin") {
    throw new AppError("forbidden", "Only an admin can sign other members out.");
  }
  return withTenant(organisationId, async (tx) => {
    const row = await findMemberRow(tx, organisationId, memberId);
    const { count } = await tx.session.deleteMany({ where: { userId: row.userId } });
    await recordAudit(tx, member, {
      action: "members.signed-out-everywhere",
      subject: `member:${row.id}`,
      details: { sessions: count },
    });
    return count;
  });
}
