import type { PoolClient } from "pg";

/** How many rows were new, and how many of the others are stored with other content. */
export type InsertOutcome = Readonly<{ created: number; conflicts: number }>;

type Target = Readonly<{ organisationId: number; importId: number | null; expectsNew: boolean }>;
type Staged = Readonly<{ rows: number; hasDetails: boolean }>;

const UNIQUE_VIOLATION = "23505";

const COLUMNS = "organisation_id, key, customer_id, occurred_at, kind_id, value, sentiment, import_id, sender_id";
const STAGED_IN_ORDER = `SELECT $1::int, key, customer_id, occurred_at, kind_id, value, sentiment, $2::int, sender_id
  FROM staged_touchpoint ORDER BY key`;

const INSERT_NEW = `INSERT INTO touchpoint (${COLUMNS}) ${STAGED_IN_ORDER}`;
const INSERT_MISSING = `${INSERT_NEW} ON CONFLICT (organisation_id, key) DO NOTHING`;
const INSERT_WITH_DETAILS = `WITH fresh AS (${INSERT_MISSING} RETURNING key),
  noted AS (INSERT INTO touchpoint_detail (organisation_id, key, details)
    SELECT $1::int, key, details::jsonb FROM staged_touchpoint JOIN fresh USING (key) WHERE details IS NOT NULL
    ON CONFLICT (organisation_id, key) DO NOTHING)
  SELECT count(*)::int AS created FROM fresh`;

const COUNT_EXISTING = `SELECT count(*)::int AS existing,
    count(*) FILTER (WHERE stored.customer_id <> staged.customer_id OR stored.occurred_at <> staged.occurred_at
      OR stored.kind_id <> staged.kind_id OR stored.value IS DISTINCT FROM staged.value
      OR stored.sentiment IS DISTINCT FROM staged.sentiment)::int AS conflicts
  FROM (SELECT * FROM staged_touchpoint ORDER BY key) AS staged
  CROSS JOIN LATERAL (SELECT customer_id, occurred_at, kind_id, value, sentiment FROM touchpoint
    WHERE organisation_id = $1 AND key = staged.key LIMIT 1) AS stored`;

/**
 * Moves what is staged into the touchpoints, in the order of the keys: neighbours in the index are written together, and
 * two imports at the same moment wait for each other and never in a circle. Rows that are expected to be new go in without
 * looking for each of them first; when one is there after all, that statement is undone and the careful one is used.
 */
export async function insertStaged(client: PoolClient, target: Target, staged: Staged): Promise<InsertOutcome> {
  const { organisationId, importId } = target;
  if (staged.hasDetails) return insertCarefully(client, target, staged);
  if (target.expectsNew) {
    await client.query("SAVEPOINT before_insert");
    try {
      await client.query(INSERT_NEW, [organisationId, importId]);
      return { created: staged.rows, conflicts: 0 };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)) throw error;
      await client.query("ROLLBACK TO SAVEPOINT before_insert");
    }
  }
  return insertCarefully(client, target, staged);
}

async function insertCarefully(
  client: PoolClient,
  { organisationId, importId }: Target,
  staged: Staged,
): Promise<InsertOutcome> {
  const before = await countExisting(client, organisationId);
  if (before.existing === staged.rows) return { created: 0, conflicts: before.conflicts };
  const created = staged.hasDetails
    ? ((await client.query<{ created: number }>(INSERT_WITH_DETAILS, [organisationId, importId])).rows[0]?.created ?? 0)
    : ((await client.query(INSERT_MISSING, [organisationId, importId])).rowCount ?? 0);
  const wasRaced = created + before.existing !== staged.rows;
  const conflicts = wasRaced ? (await countExisting(client, organisationId)).conflicts : before.conflicts;
  return { created, conflicts };
}

async function countExisting(
  client: PoolClient,
  organisationId: number,
): Promise<{ existing: number; conflicts: number }> {
  const { rows } = await client.query<{ existing: number; conflicts: number }>(COUNT_EXISTING, [organisationId]);
  return rows[0] ?? { existing: 0, conflicts: 0 };
}
