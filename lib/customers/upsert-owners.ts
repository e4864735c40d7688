import type { PoolClient } from "pg";

/** The members behind e-mail addresses in lower case, those only who are still there. */
export async function findOwners(
  client: PoolClient,
  organisationId: number,
  emails: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (emails.length === 0) return new Map();
  const { rows } = await client.query<{ id: number; email: string }>(
    `SELECT id, lower(email) AS email FROM member
     WHERE organisation_id = $1 AND removed_at IS NULL AND lower(email) = ANY($2::text[])`,
    [organisationId, emails],
  );
  return new Map(rows.map((row) => [row.email, row.id]));
}
