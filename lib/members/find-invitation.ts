import type { Role } from "@/lib/auth/roles";
import { withTenant } from "@/lib/db/with-tenant";
import { hashInvitationToken, organisationOfInvitation } from "./invitation-token";

/** An invitation that can be taken up now, as its page shows it. */
export type OpenInvitation = Readonly<{
  organisationName: string;
  email: string;
  role: Role;
  /** The address has an account on this installation: its password is asked for, none is set. */
  hasAccount: boolean;
}>;

/** The invitation behind a link, or undefined when it is unknown, expired, ended or taken up already. */
export async function findInvitation(token: string): Promise<OpenInvitation | undefined> {
  const organisationId = organisationOfInvitation(token);
  if (organisationId === undefined) return undefined;
  return withTenant(organisationId, async (tx) => {
    const [row] = await tx.$queryRaw<OpenInvitation[]>`
      SELECT o.name AS "organisationName", i.email, i.role,
        EXISTS (SELECT FROM "user" u WHERE u.email = i.email) AS "hasAccount"
      FROM invitation i JOIN organisation o ON o.id = i.organisation_id
      WHERE i.organisation_id = ${organisationId} AND i.token_hash = ${hashInvitationToken(token)}
        AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()`;
    return row;
  });
}
