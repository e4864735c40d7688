import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** Ends a key for good. @throws AppError not-found for a key that does not exist, is another organisation's or has ended */
export async function revokeApiKey(member: Member, apiKeyId: string): Promise<void> {
  const { organisationId } = member;
  await withTenant(organisationId, async (tx) => {
    const [ended] = await tx.$queryRaw<{ name: string }[]>`
      UPDATE api_key SET revoked_at = now()
      WHERE organisation_id = ${organisationId} AND id = ${apiKeyId}::uuid AND revoked_at IS NULL
      RETURNING name`;
    if (!ended) throw new AppError("not-found", "There is no such key in use.");
    await recordAudit(tx, member, {
      action: "api-keys.revoked",
      subject: `api-key:${apiKeyId}`,
      details: { name: ended.name },
    });
  });
}
