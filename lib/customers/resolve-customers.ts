import type { PoolClient } from "pg";

export type CustomerResolution = Readonly<{
  organisationId: number;
  /** Whether customers that are not known yet are made, named after their id. */
  unknown: "create" | "reject";
  /** Only customers of this manager's book are found, and new ones go into it; null: all customers. */
  ownerId: number | null;
  importId: number | null;
}>;

/**
 * Finds customers by the ids that the organisation gives them, and creates missing ones when asked.
 * @param client inside the organisation's transaction
 * @returns external id to internal id, without those that stay unknown
 */
export async function resolveCustomers(
  client: PoolClient,
  resolution: CustomerResolution,
  externalIds: readonly string[],
): Promise<Map<string, number>> {
  const found = await findCustomers(client, resolution, externalIds);
  const missing = externalIds.filter((externalId) => !found.has(externalId));
  if (missing.length === 0 || resolution.unknown === "reject") return found;
  // In one order everywhere, so that two imports that make the same customers wait for each other and never in a circle.
  const { rows } = await client.query<{ id: number; external_id: string }>(
    `INSERT INTO customer (organisation_id, external_id, name, owner_id, import_id)
     SELECT $1, missing, missing, $3, $4 FROM unnest($2::text[]) AS missing ORDER BY missing
     ON CONFLICT (organisation_id, external_id) DO NOTHING RETURNING id, external_id`,
    [resolution.organisationId, missing, resolution.ownerId, resolution.importId],
  );
  for (const row of rows) found.set(row.external_id, row.id);
  if (rows.length === missing.length) return found;
  const raced = missing.filter((externalId) => !found.has(externalId));
  for (const [externalId, id] of await findCustomers(client, resolution, raced)) found.set(externalId, id);
  return found;
}

async function findCustomers(
  client: PoolClient,
  { organisationId, ownerId }: CustomerResolution,
  externalIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: number; external_id: string }>(
    // One look into the unique index for each id; see countStored on why the organisation is a subselect.
    `SELECT known.id, asked.external_id FROM unnest($2::text[]) AS asked(external_id)
     CROSS JOIN LATERAL (SELECT id, owner_id FROM customer
       WHERE organisation_id = (SELECT $1::int) AND external_id = asked.external_id LIMIT 1) AS known
     WHERE $3::int IS NULL OR known.owner_id = $3`,
    [organisationId, externalIds, ownerId],
  );
  return new Map(rows.map((row) => [row.external_id, row.id]));
}
