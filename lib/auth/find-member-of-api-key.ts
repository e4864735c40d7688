import { z } from "zod";
import { inOneTrip } from "@/lib/db/in-one-trip";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { hashSecret, organisationOfApiKey } from "./api-key-format";
import { makeMember } from "./make-member";
import type { Member } from "./member";
import { API_SCOPES } from "./scopes";

const keyRow = z.tuple([z.string(), z.string(), z.string(), z.enum(["t", "f"])]);
const scopesSchema = z.array(z.enum(API_SCOPES)).min(1);

// One trip to the database: every request of another program begins with it.
const FIND_KEY = `SELECT id, name, to_json(scopes),
    (last_used_at IS NULL OR last_used_at < now() - interval '1 minute') AS "isStale"
  FROM api_key WHERE organisation_id = $1 AND secret_hash = $2::text
    AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`;
const NOTE_USE = "UPDATE api_key SET last_used_at = now() WHERE organisation_id = $1 AND id = $2::uuid";

/** Who acts with an API key: an admin bounded by the key's scopes. Undefined for an unknown, expired or revoked key. */
export async function findMemberOfApiKey(key: string): Promise<Member | undefined> {
  const organisationId = organisationOfApiKey(key);
  if (organisationId === undefined) return undefined;
  const parameters = [organisationId, Buffer.from(hashSecret(key))];
  const [found] = await inOneTrip(organisationId, [{ text: FIND_KEY, parameters }]);
  const [row] = found?.rows ?? [];
  if (!row) return undefined;
  const [id, name, scopes, isStale] = keyRow.parse(row);
  if (isStale === "t") await noteUse(organisationId, id);
  return makeMember({
    organisationId,
    id: null,
    actor: "api-key",
    actorId: id,
    name,
    role: "admin",
    managerScope: "whole-organisation",
    scopes: scopesSchema.parse(JSON.parse(scopes)),
  });
}

async function noteUse(organisationId: number, id: string): Promise<void> {
  await withTenantClient(organisationId, (client) => client.query(NOTE_USE, [organisationId, id]));
}
