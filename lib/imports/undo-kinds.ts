import { NEW_KIND_HALF_LIFE_DAYS } from "@/lib/kinds/create-kinds";
import { guessCategory } from "@/lib/kinds/guess-category";
import type { Unreversed } from "./add-undo-result";
import type { UndoStep } from "./undo-step";
import { waitForMerges } from "./wait-for-merges";

type Made = Readonly<{
  id: number;
  key: string;
  category: string;
  valence: number;
  half_life_days: number;
  is_used: boolean;
}>;

// A rule names kinds by their keys somewhere in its definition.
const MADE = `SELECT id, key, category, valence, half_life_days,
    id IN (SELECT kind_id FROM touchpoint WHERE organisation_id = (SELECT $1::int) AND kind_id IN
      (SELECT id FROM kind WHERE organisation_id = (SELECT $1::int) AND import_id = $2))
    OR EXISTS (SELECT FROM rule WHERE rule.organisation_id = $1 AND jsonb_path_exists(rule.definition, '$.** ? (@ == $key)',
      jsonb_build_object('key', kind.key)))
    OR merged_into_id IS NOT NULL OR EXISTS (SELECT FROM kind other WHERE other.organisation_id = $1 AND other.merged_into_id = kind.id)
      AS is_used
  FROM kind WHERE organisation_id = $1 AND import_id = $2 AND id > $3 ORDER BY id FOR UPDATE`;

/** Removes kinds that an import added to the catalogue, unless touchpoints or rules use them or an admin has seen to or merged them. */
export const undoKinds: UndoStep = async (client, target, cursor) => {
  const { organisationId, importId } = target;
  await waitForMerges(client, target);
  const { rows } = await client.query<Made>(MADE, [organisationId, importId, cursor]);
  const last = rows.at(-1);
  if (!last) return undefined;
  const unreversed: Unreversed[] = [];
  const free: number[] = [];
  for (const kind of rows) {
    const isEdited =
      kind.category !== guessCategory(kind.key) ||
      kind.valence !== 0 ||
      kind.half_life_days !== NEW_KIND_HALF_LIFE_DAYS;
    if (kind.is_used) unreversed.push({ code: "kind-in-use", name: kind.key, isError: false });
    else if (isEdited) unreversed.push({ code: "kind-edited", name: kind.key, isError: false });
    else free.push(kind.id);
  }
  await client.query("DELETE FROM kind WHERE organisation_id = $1 AND id = ANY($2::int[])", [organisationId, free]);
  return { part: "kinds", of: "kinds", reversed: free.length, unreversed, cursor: last.id, touched: new Set() };
};
