import { verifyPassword } from "better-auth/crypto";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { countAttempt } from "@/lib/auth/count-attempt";
import { ROLES, type Role } from "@/lib/auth/roles";
import { systemMember } from "@/lib/auth/system-member";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { passwordSchema } from "@/lib/schemas/member";
import { hashInvitationToken, organisationOfInvitation } from "./invitation-token";
import { joinOrganisation } from "./join-organisation";

/** Whoever holds the link: a new person with name and new password, or someone who proves her account by its password. */
export type Acceptance = Readonly<{ token: string; name?: string | undefined; password: string }>;

const ATTEMPTS = 10;
const WINDOW_SECONDS = 600;
const roleSchema = z.enum(ROLES);

/**
 * Takes up an invitation, once. An account that exists already is never given a new password by a link.
 * @returns the e-mail address to sign in with
 * @throws AppError not-found for a link that does not work, forbidden for a wrong password, rate-limited after 10 attempts
 */
export async function acceptInvitation(acceptance: Acceptance): Promise<{ email: string }> {
  const organisationId = organisationOfInvitation(acceptance.token);
  if (organisationId === undefined) throw endedLink();
  const tokenHash = hashInvitationToken(acceptance.token);
  const retryAfterSeconds = await countAttempt(`invitation:${tokenHash}`, ATTEMPTS, WINDOW_SECONDS);
  if (retryAfterSeconds > 0) {
    throw new AppError("rate-limited", "Too many attempts. Wait a little and try again.", { retryAfterSeconds });
  }
  return withTenant(organisationId, async (tx) => {
    const [invitation] = await tx.$queryRaw<{ email: string; role: Role }[]>`
      UPDATE invitation SET accepted_at = now()
      WHERE organisation_id = ${organisationId} AND token_hash = ${tokenHash}
        AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
      RETURNING email, role`;
    if (!invitation) throw endedLink();
    const { email } = invitation;
    const role = roleSchema.parse(invitation.role);
    const person = await provePerson(tx, email, acceptance);
    const { memberId } = await joinOrganisation(tx, { organisationId, ...person, email, role });
    await recordAudit(tx, systemMember(organisationId, email), {
      action: "members.joined",
      subject: `member:${memberId}`,
      details: { email, role },
    });
    return { email };
  });
}

async function provePerson(
  tx: TenantTransaction,
  email: string,
  { name, password }: Acceptance,
): Promise<{ name: string; password: string }> {
  const account = await tx.account.findFirst({
    where: { providerId: "credential", user: { email } },
    select: { password: true, user: { select: { name: true } } },
  });
  if (account) {
    const isRight = account.password !== null && (await verifyPassword({ hash: account.password, password }));
    if (!isRight)
      throw fieldFault("forbidden", "password", "wrong-password", "This is not the password of your account.");
    return { name: account.user.name, password };
  }
  if (!name) throw fieldFault("unprocessable", "name", "missing", "This is needed.");
  const checked = passwordSchema.safeParse(password);
  if (!checked.success) {
    throw fieldFault("unprocessable", "password", "too-short", checked.error.issues[0]?.message ?? "Too short.");
  }
  return { name, password };
}

function fieldFault(code: "forbidden" | "unprocessable", path: string, issue: string, message: string): AppError {
  return new AppError(code, message, { issues: [{ path, code: issue, message }] });
}

function endedLink(): AppError {
  return new AppError("not-found", "This link does not work any more: it was used, ended or replaced.");
}
