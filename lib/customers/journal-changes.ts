import type { PoolClient } from "pg";
import { jsonStates } from "./upsert-json";
import type { CustomerState } from "./upsert-state";

type JournalledImport = Readonly<{ organisationId: number; importId: number }>;

const GIVEN = "jsonb_array_elements($3::jsonb) AS given(state)";

/** Notes customers that an import makes, for its undo: there was nothing before. One statement for a chunk. */
export async function journalCreated(
  client: PoolClient,
  { organisationId, importId }: JournalledImport,
  states: readonly CustomerState[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const made = states.map((state) => ({ ...state, id: ids.get(state.externalId) ?? null }));
  await client.query(
    `INSERT INTO import_change (organisation_id, import_id, customer_id, before, after)
     SELECT $1, $2, (state->>'id')::int, NULL, state FROM ${GIVEN} WHERE state->>'id' IS NOT NULL`,
    [organisationId, importId, jsonStates(made)],
  );
}

/**
 * Notes customers as they are before an import changes them, and as it leaves them. Of several changes by one import the
 * first "before" and the last "after" count.
 */
export async function journalChanged(
  client: PoolClient,
  { organisationId, importId }: JournalledImport,
  states: readonly CustomerState[],
): Promise<void> {
  await client.query(
    `INSERT INTO import_change (organisation_id, import_id, customer_id, before, after)
     SELECT $1, $2, was.id,
            jsonb_build_object('id', was.id, 'external_id', was.external_id, 'name', was.name, 'owner_id', was.owner_id,
              'mrr_minor', was.mrr_minor, 'currency', was.currency, 'started_on', was.started_on,
              'renews_on', was.renews_on, 'traits', was.traits, 'updated_at', was.updated_at),
            given.state
     FROM ${GIVEN} JOIN customer AS was ON was.organisation_id = (SELECT $1::int) AND was.id = (given.state->>'id')::int
     ON CONFLICT (organisation_id, import_id, customer_id) DO UPDATE SET after = excluded.after`,
    [organisationId, importId, jsonStates(states)],
  );
}
