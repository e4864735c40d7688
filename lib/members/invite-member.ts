import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import type { Invite } from "@/lib/schemas/member";
import { insertInvitation } from "./insert-invitation";

/**
 * Invites someone by e-mail address.
 * @returns the token of the link to hand over; it cannot be shown again
 * @throws AppError conflict for someone who is a member already
 */
export async function inviteMember(member: Member, invite: Invite): Promise<string> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    const existing = await tx.member.findFirst({
      where: { organisationId, email: invite.email, removedAt: null },
      select: { id: true },
    });
    if (existing) {
      const message = "This person is a member already.";
      throw new AppError("conflict", message, { issues: [{ path: "email", code: "already-member", message }] });
    }
    return insertInvitation(tx, member, invite);
  });
}
