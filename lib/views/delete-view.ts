import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findOwnView } from "./find-own-view";

/** @throws AppError not-found for a view that is not there or not the member's to change */
export async function deleteView(member: Member, id: number): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const { name } = await findOwnView(tx, member, id);
    await tx.savedView.delete({ where: { organisationId_id: { organisationId, id } }, select: { id: true } });
    await recordAudit(tx, member, { action: "views.deleted", subject: `view:${id}`, details: { name } });
  });
}
