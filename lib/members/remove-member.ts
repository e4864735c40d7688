import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findMemberRow } from "./find-member-row";
import { refuseLastAdmin } from "./refuse-last-admin";

/**
 * Takes a member out of the organisation and ends her sessions. What she did stays in the history.
 * @throws AppError conflict for the last admin
 */
export async function removeMember(member: Member, memberId: number): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const row = await findMemberRow(tx, organisationId, memberId);
    if (row.role === "admin") await refuseLastAdmin(tx, organisationId, row.id);
    await tx.$executeRaw`
      UPDATE member SET removed_at = now() WHERE organisation_id = ${organisationId} AND id = ${row.id}`;
    await tx.session.deleteMany({ where: { userId: row.userId } });
    await recordAudit(tx, member, {
      action: "members.removed",
      subject: `member:${row.id}`,
      details: { email: row.email, role: row.role },
    });
  });
}
