import { z } from "zod";
import { withTenant } from "@/lib/db/with-tenant";
import { hashSecret, organisationOfApiKey } from "./api-key-format";
import { makeMember } from "./make-member";
import type { Member } from "./member";
import { API_SCOPES } from "./scopes";

const scopesSchema = z.array(z.enum(API_SCOPES)).min(1);

type KeyRow = { id: string; name: string; scopes: string[]; isStale: boolean };

/** Who acts with an API key: an admin bounded by the key's scopes. Undefined for an unknown, expired or revoked key. */
export async function findMemberOfApiKey(key: string): Promise<Member | undefined> {
  const organisationId = organisationOfApiKey(key);
  if (organisationId === undefined) return undefined;
  const row = await withTenant(organisationId, async (tx) => {
    const [found] = await tx.$queryRaw<KeyRow[]>`
      SELECT id::text, name, scopes,
        (last_used_at IS NULL OR last_used_at < now() - interval '1 minute') AS "isStale"
      FROM api_key
      WHERE organisation_id = ${organisationId} AND secret_hash = ${hashSecret(key)}
        AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;
    if (found?.isStale) {
      await tx.$executeRaw`
        UPDATE api_key SET last_used_at = now() WHERE organisation_id = ${organisationId} AND id = ${found.id}::uuid`;
    }
    return found;
  });
  if (!row) return undefined;
  return makeMember({
    organisationId,
    id: null,
    actor: "api-key",
    actorId: row.id,
    name: row.name,
    role: "admin",
    managerScope: "whole-organisation",
    scopes: scopesSchema.parse(row.scopes),
  });
}
