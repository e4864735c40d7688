import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import type { Role } from "@/lib/auth/roles";
import { withTenant } from "@/lib/db/with-tenant";
import { findMemberRow } from "./find-member-row";
import { refuseLastAdmin } from "./refuse-last-admin";

/** Gives a member another role, at once. @throws AppError conflict when the last admin would stop being one */
export async function changeRole(member: Member, change: Readonly<{ memberId: number; role: Role }>): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const row = await findMemberRow(tx, organisationId, change.memberId);
    if (row.role === change.role) return;
    if (row.role === "admin") await refuseLastAdmin(tx, organisationId, row.id);
    await tx.member.update({
      where: { organisationId_id: { organisationId, id: row.id } },
      data: { role: change.role },
      select: { id: true },
    });
    await recordAudit(tx, member, {
      action: "members.role-changed",
      subject: `member:${row.id}`,
      details: { before: row.role, after: change.role },
    });
  });
}
