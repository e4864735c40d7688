import type { PoolClient } from "pg";
import { guessCategory } from "./guess-category";
import { kindKey } from "./kind-key";

/** The most kinds that an organisation can have; a column taken for a kind by mistake must not fill the catalogue. */
export const MAX_KINDS = 1000;

/** What an admin has not looked at yet has this half-life. */
export const NEW_KIND_HALF_LIFE_DAYS = 60;

/**
 * Adds kinds to the catalogue under the keys of their names, neutral in valence until an admin says more. Kinds that exist
 * are left alone; beyond the limit none is added. One caller at a time per organisation, so that the small ids stay unique.
 * @param client inside the organisation's transaction
 * @param importId the import that brings them, so that its undo can take them away
 */
export async function createKinds(
  client: PoolClient,
  organisationId: number,
  names: readonly string[],
  importId: number | null,
): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`kinds of ${organisationId}`]);
  const { rows } = await client.query<{ id: number; key: string }>(
    "SELECT id, key FROM kind WHERE organisation_id = $1",
    [organisationId],
  );
  const taken = new Set(rows.map((row) => row.key));
  let lastId = rows.reduce((last, row) => Math.max(last, row.id), 0);
  const fresh: { id: number; key: string; label: string; category: string }[] = [];
  for (const label of names) {
    const key = kindKey(label);
    if (key === "" || taken.has(key) || taken.size >= MAX_KINDS) continue;
    taken.add(key);
    lastId += 1;
    fresh.push({ id: lastId, key, label: label.slice(0, 100), category: guessCategory(key) });
  }
  if (fresh.length === 0) return;
  // Names that stood for another kind until now may stand for one of these.
  await client.query("UPDATE organisation SET lookup_version = lookup_version + 1 WHERE id = $1", [organisationId]);
  await client.query(
    `INSERT INTO kind (organisation_id, id, key, label, category, valence, half_life_days, import_id)
     SELECT $1, id, key, label, category, 0, $3, $4::int FROM jsonb_to_recordset($2::jsonb)
       AS fresh(id smallint, key text, label text, category text)
     ON CONFLICT DO NOTHING`,
    [organisationId, JSON.stringify(fresh), NEW_KIND_HALF_LIFE_DAYS, importId],
  );
}
