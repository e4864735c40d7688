import type { UndoStep } from "./undo-step";

const REMOVE = `WITH picked AS MATERIALIZED (
    SELECT key FROM touchpoint WHERE organisation_id = $1 AND import_id = $2 LIMIT $3),
  gone AS (DELETE FROM touchpoint WHERE organisation_id = (SELECT $1::int) AND key = ANY(ARRAY(SELECT key FROM picked))
    RETURNING customer_id),
  notes AS (DELETE FROM touchpoint_detail
    WHERE organisation_id = (SELECT $1::int) AND key = ANY(ARRAY(SELECT key FROM picked)))
  SELECT customer_id, count(*)::int AS rows FROM gone GROUP BY customer_id`;

/** Removes touchpoints that an import made. They are never changed once they are stored, so that none has to stay. */
export const undoTouchpoints: UndoStep = async (client, { organisationId, importId, chunkRows }) => {
  const { rows } = await client.query<{ customer_id: number; rows: number }>(REMOVE, [
    organisationId,
    importId,
    chunkRows,
  ]);
  if (rows.length === 0) return undefined;
  const reversed = rows.reduce((sum, row) => sum + row.rows, 0);
  const touched = new Set(rows.map((row) => row.customer_id));
  return { part: "rows", of: "customers", reversed, unreversed: [], cursor: 0, touched };
};
