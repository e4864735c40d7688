import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findOwnView } from "./find-own-view";
import { refuseSharing } from "./refuse-sharing";

type ViewChange = Readonly<{ id: number; name?: string; query?: string; shared?: boolean }>;

/**
 * Gives a view another name, other filters, or to everyone; what is left out stays.
 * @throws AppError not-found for a view that is not there or not the member's to change
 */
export async function changeView(member: Member, { id, ...change }: ViewChange): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const before = await findOwnView(tx, member, id);
    if (change.shared && !before.shared) refuseSharing(member, true);
    await tx.savedView.update({
      where: { organisationId_id: { organisationId, id } },
      data: { ...change, changedAt: new Date() },
      select: { id: true },
    });
    await recordAudit(tx, member, { action: "views.changed", subject: `view:${id}`, details: change });
  });
}
