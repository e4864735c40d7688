import type { Unreversed } from "./add-undo-result";
import { removeMadeCustomers } from "./remove-made-customers";
import type { UndoStep } from "./undo-step";
import { waitForMerges } from "./wait-for-merges";

type Made = Readonly<{ id: number; external_id: string; is_bare: boolean }>;

/** Removes customers that an import of touchpoints or outcomes made on the way, unless more is known about them since. */
export const undoNewCustomers: UndoStep = async (client, target, cursor) => {
  const { organisationId, importId } = target;
  await waitForMerges(client, target);
  const { rows } = await client.query<Made>(
    // As resolveCustomers made them: nothing but the id, which is the name as well.
    `SELECT id, external_id, name = external_id AND owner_id IS NULL AND mrr_minor IS NULL AND started_on IS NULL
            AND renews_on IS NULL AND traits = '{}'::jsonb AS is_bare
     FROM customer WHERE organisation_id = $1 AND import_id = $2 AND id > $3 ORDER BY id LIMIT $4 FOR UPDATE`,
    [organisationId, importId, cursor, target.chunkRows],
  );
  const last = rows.at(-1);
  if (!last) return undefined;
  const changed = rows.filter((row) => !row.is_bare);
  const bare = rows.filter((row) => row.is_bare).map((row) => ({ id: row.id, name: row.external_id }));
  const unreversed = [
    ...changed.map(({ external_id: name }): Unreversed => ({ code: "changed-since", name, isError: false })),
    ...(await removeMadeCustomers(client, organisationId, bare)),
  ];
  const reversed = rows.length - unreversed.length;
  return { part: "customers", of: "customers", reversed, unreversed, cursor: last.id, touched: new Set() };
};
