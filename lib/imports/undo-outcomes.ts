import type { UndoStep } from "./undo-step";

type Outcome = Readonly<{ id: number; customer_id: number; name: string; is_named: boolean }>;

/**
 * Removes outcomes that an import made. One that something else names by now, in whatever table, stays: the catalogue says
 * which tables do.
 */
export const undoOutcomes: UndoStep = async (client, { organisationId, importId, chunkRows }, cursor) => {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'outcome_id'",
  );
  const named = tables.map(
    ({ name }) =>
      `EXISTS (SELECT FROM "${name}" AS other WHERE other.organisation_id = $1 AND other.outcome_id = outcome.id)`,
  );
  const { rows } = await client.query<Outcome>(
    `SELECT id, customer_id, type || ' ' || occurred_on AS name, ${["false", ...named].join(" OR ")} AS is_named
     FROM outcome WHERE organisation_id = $1 AND import_id = $2 AND id > $3 ORDER BY id LIMIT $4 FOR UPDATE`,
    [organisationId, importId, cursor, chunkRows],
  );
  const last = rows.at(-1);
  if (!last) return undefined;
  const free = rows.filter((row) => !row.is_named);
  await client.query("DELETE FROM outcome WHERE organisation_id = $1 AND id = ANY($2::int[])", [
    organisationId,
    free.map((row) => row.id),
  ]);
  return {
    part: "rows",
    of: "outcomes",
    reversed: free.length,
    unreversed: rows.flatMap(({ is_named, name }) =>
      is_named ? [{ code: "has-other-data", name, isError: false } as const] : [],
    ),
    cursor: last.id,
    touched: new Set(free.map((row) => row.customer_id)),
  };
};
