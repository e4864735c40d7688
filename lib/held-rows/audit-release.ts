import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import type { ReleaseRequest } from "@/lib/schemas/held-row";

/** Writes a release into the audit log, on the connection that makes it. */
export async function auditRelease(
  client: PoolClient,
  member: Member,
  { keys, ...named }: ReleaseRequest,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const details = { ...counts, ...named, ...(keys ? { keys: keys.length } : {}) };
  await client.query(
    `INSERT INTO audit_entry (organisation_id, actor_type, actor_id, actor_name, action, subject, details)
     VALUES ($1, $2, $3, $4, 'held-rows.released', 'held-rows', $5::jsonb)`,
    [member.organisationId, member.actor, member.actorId, member.name, JSON.stringify(details)],
  );
}
