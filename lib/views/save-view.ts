import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { refuseSharing } from "./refuse-sharing";

/** So many views of one member are enough for anybody, and for a mistake in a script. */
const MOST_OWN = 50;

/**
 * Keeps what the leaderboard shows now under a name.
 * @returns the view's id
 * @throws AppError conflict beyond 50 views; forbidden to share for whoever may only look
 */
export async function saveView(
  member: Member,
  view: Readonly<{ name: string; query: string; shared: boolean }>,
): Promise<number> {
  const { organisationId, id: memberId } = member;
  if (memberId === null) throw new AppError("forbidden", "Only a person keeps views.");
  refuseSharing(member, view.shared);
  return withTenant(organisationId, async (tx) => {
    const own = await tx.savedView.count({ where: { organisationId, memberId } });
    if (own >= MOST_OWN) throw new AppError("conflict", `You keep ${MOST_OWN} views already. Delete one first.`);
    const { name, query, shared } = view;
    const { id } = await tx.savedView.create({
      data: { organisationId, memberId, memberName: member.name, name, query, shared },
      select: { id: true },
    });
    await recordAudit(tx, member, { action: "views.saved", subject: `view:${id}`, details: { name, query, shared } });
    return id;
  });
}
