import type { PoolClient } from "pg";
import { type BoundStatement, boundQueries } from "@/lib/db/bound-queries";
import { boundQuery } from "@/lib/db/bound-query";
import { isUniqueViolation } from "@/lib/db/is-unique-violation";

/** Rows in the order of their keys: the arrays of encodeCompared and encodeSenderIds, and of encodeDetails if any has some. */
export type EncodedRows = Readonly<{ compared: readonly Buffer[]; senderIds: Buffer; details: Buffer | null }>;

type Target = Readonly<{ organisationId: number; importId: number | null }>;

const COLUMNS = "key, customer_id, occurred_at, kind_id, value, sentiment, sender_id";
const TYPES = "$2::uuid[], $3::int4[], $4::timestamptz[], $5::int2[], $6::float8[], $7::float4[], $8::text[]";
const INSERT = `INSERT INTO touchpoint (organisation_id, import_id, ${COLUMNS}) SELECT $1::int, $9::int, ${COLUMNS}`;
const INSERT_NEW = `${INSERT} FROM unnest(${TYPES}) AS sent(${COLUMNS})`;
const INSERT_NEW_UNDER_VERSION = `${INSERT_NEW} WHERE (SELECT lookup_version FROM organisation WHERE id = $1) = $10::int`;
const INSERT_MISSING = `${INSERT_NEW} ON CONFLICT (organisation_id, key) DO NOTHING`;
const INSERT_WITH_DETAILS = `WITH sent AS MATERIALIZED (
    SELECT * FROM unnest(${TYPES}, $10::text[]) AS sent(${COLUMNS}, details)),
  fresh AS (${INSERT} FROM sent ON CONFLICT (organisation_id, key) DO NOTHING RETURNING key),
  noted AS (INSERT INTO touchpoint_detail (organisation_id, key, details)
    SELECT $1::int, key, details::jsonb FROM sent JOIN fresh USING (key) WHERE details IS NOT NULL
    ON CONFLICT (organisation_id, key) DO NOTHING)
  SELECT count(*)::int AS created FROM fresh`;

/**
 * Inserts rows without looking for each of them first, for rows that should all be new: a quarter quicker.
 * @returns false, with nothing inserted, when one of them is there after all
 */
export async function insertNewRows(client: PoolClient, target: Target, rows: EncodedRows): Promise<boolean> {
  try {
    await boundQueries(client, [
      { text: "SAVEPOINT before_insert", parameters: [] },
      { text: INSERT_NEW, parameters: parametersOf(target, rows) },
    ]);
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT before_insert");
    return false;
  }
}

/** The same as a statement, which inserts nothing when the organisation's lookup_version is another. */
export function insertNewStatement(target: Target, rows: EncodedRows, version: number): BoundStatement {
  return { text: INSERT_NEW_UNDER_VERSION, parameters: [...parametersOf(target, rows), version] };
}

/** Inserts the rows that are not there yet, with their details. @returns how many those were */
export async function insertMissingRows(client: PoolClient, target: Target, rows: EncodedRows): Promise<number> {
  const parameters = parametersOf(target, rows);
  if (!rows.details) return (await boundQuery(client, INSERT_MISSING, parameters)).rowCount;
  const result = await boundQuery(client, INSERT_WITH_DETAILS, [...parameters, rows.details]);
  return Number(result.rows[0]?.[0] ?? 0);
}

function parametersOf({ organisationId, importId }: Target, { compared, senderIds }: EncodedRows) {
  return [organisationId, ...compared, senderIds, importId];
}
