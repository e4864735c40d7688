import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";

/** A key as it is listed: never the key itself. */
export type ListedApiKey = Readonly<{
  id: string;
  name: string;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  state: "active" | "expired" | "revoked";
}>;

const MOST_SHOWN = 500;

/** The organisation's API keys, those in use first, newest first. */
export async function listApiKeys({ organisationId }: Member): Promise<ListedApiKey[]> {
  return withTenant(
    organisationId,
    (tx) => tx.$queryRaw<ListedApiKey[]>`
      SELECT id::text, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
        CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired' ELSE 'active' END AS state
      FROM api_key WHERE organisation_id = ${organisationId}
      ORDER BY (revoked_at IS NOT NULL OR coalesce(expires_at <= now(), false)), created_at DESC LIMIT ${MOST_SHOWN}`,
  );
}
