import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** Ends an invitation before it is taken up. @throws AppError not-found when there is none that waits */
export async function revokeInvitation(member: Member, invitationId: string): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const [ended] = await tx.$queryRaw<{ email: string }[]>`
      UPDATE invitation SET revoked_at = now()
      WHERE organisation_id = ${organisationId} AND id = ${invitationId}::uuid
        AND accepted_at IS NULL AND revoked_at IS NULL
      RETURNING email`;
    if (!ended) throw new AppError("not-found", "This invitation was taken up or ended already.");
    await recordAudit(tx, member, { action: "members.invitation-revoked", subject: `invitation:${ended.email}` });
  });
}
