import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import type { ManagerScope } from "@/lib/auth/roles";
import { withTenant } from "@/lib/db/with-tenant";

/** Decides what account managers see and change: their own book, or all customers. It holds from their next request on. */
export async function saveManagerScope(member: Member, managerScope: ManagerScope): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    await tx.organisation.update({ where: { id: organisationId }, data: { managerScope }, select: { id: true } });
    await recordAudit(tx, member, {
      action: "settings.manager-scope-changed",
      subject: `organisation:${organisationId}`,
      details: { after: managerScope },
    });
  });
}
