import type { PoolClient } from "pg";

type Target = Readonly<{ organisationId: number; importId: number | null }>;

const UNIQUE_VIOLATION = "23505";

const INSERT_NEW = `INSERT INTO touchpoint
    (organisation_id, key, customer_id, occurred_at, kind_id, value, sentiment, import_id, sender_id)
  SELECT $1::int, key, customer_id, occurred_at, kind_id, value, sentiment, $2::int, sender_id
  FROM staged_touchpoint ORDER BY key`;
const INSERT_MISSING = `${INSERT_NEW} ON CONFLICT (organisation_id, key) DO NOTHING`;
const INSERT_WITH_DETAILS = `WITH fresh AS (${INSERT_MISSING} RETURNING key),
  noted AS (INSERT INTO touchpoint_detail (organisation_id, key, details)
    SELECT $1::int, key, details::jsonb FROM staged_touchpoint JOIN fresh USING (key) WHERE details IS NOT NULL
    ON CONFLICT (organisation_id, key) DO NOTHING)
  SELECT count(*)::int AS created FROM fresh`;

/**
 * Inserts what is staged without looking for each row first, for rows that should all be new. In the order of the keys:
 * neighbours in the index are written together, and two imports at the same moment never wait for each other in a circle.
 * @returns false, with nothing inserted, when one of them is there after all
 */
export async function insertNewRows(client: PoolClient, { organisationId, importId }: Target): Promise<boolean> {
  await client.query("SAVEPOINT before_insert");
  try {
    await client.query(INSERT_NEW, [organisationId, importId]);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT before_insert");
    return false;
  }
}

/** Inserts of what is staged the rows that are not there yet, with their details. @returns how many those were */
export async function insertMissingRows(
  client: PoolClient,
  { organisationId, importId }: Target,
  hasDetails: boolean,
): Promise<number> {
  if (!hasDetails) return (await client.query(INSERT_MISSING, [organisationId, importId])).rowCount ?? 0;
  const { rows } = await client.query<{ created: number }>(INSERT_WITH_DETAILS, [organisationId, importId]);
  return rows[0]?.created ?? 0;
}
