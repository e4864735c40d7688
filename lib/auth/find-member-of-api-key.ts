import { z } from "zod";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { hashSecret, organisationOfApiKey } from "./api-key-format";
import { makeMember } from "./make-member";
import type { Member } from "./member";
import { API_SCOPES } from "./scopes";

const scopesSchema = z.array(z.enum(API_SCOPES)).min(1);

// Plain statements on one connection: every request of another program begins with them.
const FIND_KEY = `SELECT id::text, name, scopes,
    (last_used_at IS NULL OR last_used_at < now() - interval '1 minute') AS "isStale"
  FROM api_key WHERE organisation_id = $1 AND secret_hash = $2
    AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;
const NOTE_USE = "UPDATE api_key SET last_used_at = now() WHERE organisation_id = $1 AND id = $2::uuid";

type KeyRow = { id: string; name: string; scopes: string[]; isStale: boolean };

/** Who acts with an API key: an admin bounded by the key's scopes. Undefined for an unknown, expired or revoked key. */
export async function findMemberOfApiKey(key: string): Promise<Member | undefined> {
  const organisationId = organisationOfApiKey(key);
  if (organisationId === undefined) return undefined;
  const row = await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<KeyRow>(FIND_KEY, [organisationId, hashSecret(key)]);
    const [found] = rows;
    if (found?.isStale) await client.query(NOTE_USE, [organisationId, found.id]);
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
