import type { UndoStep } from "./undo-step";

/** Empties the holding pen of an import's rows: what is taken back must not come in by a later release. */
export const undoHeldRows: UndoStep = async (client, { organisationId, importId }) => {
  const { rowCount } = await client.query("DELETE FROM held_row WHERE organisation_id = $1 AND import_id = $2", [
    organisationId,
    importId,
  ]);
  if (!rowCount) return undefined;
  const nothing = { part: "rows", of: "customers", reversed: 0, unreversed: [], cursor: 0 } as const;
  return { ...nothing, heldRows: rowCount, touched: new Set() };
};
