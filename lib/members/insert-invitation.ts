import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { Invite } from "@/lib/schemas/member";
import { hashInvitationToken, newInvitationToken } from "./invitation-token";

/**
 * Writes an invitation that ends in seven days by the database clock. An earlier one to the same address ends now.
 * @returns the token of the link: it is shown once, only its hash is kept
 */
export async function insertInvitation(tx: TenantTransaction, member: Member, invite: Invite): Promise<string> {
  const { organisationId } = member;
  const token = newInvitationToken(organisationId);
  await tx.$executeRaw`
    UPDATE invitation SET revoked_at = now()
    WHERE organisation_id = ${organisationId} AND email = ${invite.email} AND accepted_at IS NULL AND revoked_at IS NULL`;
  await tx.$executeRaw`
    INSERT INTO invitation (organisation_id, email, role, token_hash, invited_by_id, expires_at)
    VALUES (${organisationId}, ${invite.email}, ${invite.role}, ${hashInvitationToken(token)}, ${member.id ?? 0},
      now() + interval '7 days')`;
  await recordAudit(tx, member, {
    action: "members.invited",
    subject: `invitation:${invite.email}`,
    details: { role: invite.role },
  });
  return token;
}
