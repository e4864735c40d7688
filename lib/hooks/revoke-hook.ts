import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** Closes a hook's address for good; what came in stays. @throws AppError not-found for one that is not open */
export async function revokeHook(member: Member, hookId: number): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const [closed] = await tx.$queryRaw<{ name: string }[]>`
      UPDATE hook SET revoked_at = now()
      WHERE organisation_id = ${organisationId} AND id = ${hookId} AND revoked_at IS NULL RETURNING name`;
    if (!closed) throw new AppError("not-found", "There is no such hook in use.");
    await recordAudit(tx, member, {
      action: "hooks.revoked",
      subject: `hook:${hookId}`,
      details: { name: closed.name },
    });
  });
}
