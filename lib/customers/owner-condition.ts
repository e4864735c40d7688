import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import type { StatementValues } from "./statement-values";

/** Whose customers are asked for: nobody's, one's own, or those of a member by number or e-mail address. */
export async function ownerCondition(
  client: PoolClient,
  member: Member,
  owner: string | undefined,
  values: StatementValues,
): Promise<string[]> {
  if (owner === undefined) return [];
  if (owner === "none") return ["s.owner_id IS NULL"];
  if (owner === "me") return [`s.owner_id = ${values.add(member.id)}::int`];
  const { rows } = await client.query<{ id: number }>(
    "SELECT id FROM member WHERE organisation_id = $1 AND (id::text = $2 OR email = $2) LIMIT 1",
    [member.organisationId, owner],
  );
  return [`s.owner_id = ${values.add(rows[0]?.id ?? null)}::int`];
}
