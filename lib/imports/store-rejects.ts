import type { PoolClient } from "pg";
import type { Reject } from "./reject";

/** Rejected rows beyond so many are counted and not kept. */
export const MAX_STORED_REJECTS = 100_000;

/** Keeps rejected rows, as they stood in the file, for the list of rejects. */
export async function storeRejects(
  client: PoolClient,
  target: Readonly<{ organisationId: number; importId: number }>,
  rejects: readonly Reject[],
  storedBefore: number,
): Promise<void> {
  const kept = rejects.slice(0, Math.max(0, MAX_STORED_REJECTS - storedBefore));
  if (kept.length === 0) return;
  await client.query(
    `INSERT INTO import_reject (organisation_id, import_id, row, line, "column", code, message, fields)
     SELECT $1, $2, row, line, "column", code, message, fields
     FROM jsonb_to_recordset($3::jsonb) AS kept(row int, line int, "column" text, code text, message text, fields text[])`,
    [target.organisationId, target.importId, JSON.stringify(kept)],
  );
}
