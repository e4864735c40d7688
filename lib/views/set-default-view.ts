import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/**
 * Chooses the view that the leaderboard opens with for the member; null: none.
 * @throws AppError not-found for a view that the member does not see
 */
export async function setDefaultView(member: Member, viewId: number | null): Promise<void> {
  const { organisationId, id } = member;
  if (id === null) throw new AppError("forbidden", "Only a person opens the leaderboard.");
  await withTenant(organisationId, async (tx) => {
    if (viewId !== null) {
      const seen = await tx.savedView.count({
        where: { organisationId, id: viewId, OR: [{ memberId: id }, { shared: true }] },
      });
      if (seen === 0) throw new AppError("not-found", "There is no such view.");
    }
    await tx.member.update({
      where: { organisationId_id: { organisationId, id } },
      data: { defaultViewId: viewId },
      select: { id: true },
    });
    await recordAudit(tx, member, { action: "views.default-chosen", subject: `member:${id}`, details: { viewId } });
  });
}
