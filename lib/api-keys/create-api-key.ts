import { recordAudit } from "@/lib/audit/record-audit";
import { hashSecret, newApiKey } from "@/lib/auth/api-key-format";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import type { NewApiKey } from "@/lib/schemas/api-key";

/**
 * Makes an API key of the organisation.
 * @returns the key: it is shown once, only its hash is kept
 */
export async function createApiKey(member: Member, request: NewApiKey): Promise<string> {
  const { organisationId } = member;
  const key = newApiKey(organisationId);
  await withTenant(organisationId, async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO api_key (organisation_id, name, secret_hash, scopes, expires_at)
      VALUES (${organisationId}, ${request.name}, ${hashSecret(key)}, ${request.scopes},
        now() + ${request.expiresInDays ?? null}::int * interval '1 day')
      RETURNING id::text`;
    await recordAudit(tx, member, {
      action: "api-keys.created",
      subject: `api-key:${row?.id}`,
      details: { name: request.name, scopes: request.scopes },
    });
  });
  return key;
}
