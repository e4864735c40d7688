import type { PoolClient } from "pg";
import { moveScores } from "@/lib/scores/move-scores";
import { journalChanged, journalCreated } from "./journal-changes";
import { keepFormerFacts } from "./keep-former-facts";
import { jsonStates, type StoredCustomer, toState } from "./upsert-json";
import type { CustomerState } from "./upsert-state";

/** Where an upsert reads customers from and writes them to. */
export interface CustomerStore {
  load(client: PoolClient, externalIds: readonly string[]): Promise<Map<string, CustomerState>>;
  /** External id to id of those that were inserted; fewer than given when someone else was quicker. */
  insert(client: PoolClient, states: readonly CustomerState[]): Promise<Map<string, number>>;
  update(client: PoolClient, states: readonly CustomerState[]): Promise<void>;
}

// The organisation is a subselect for the planner: see countStored in lib/touchpoints.
const SELECT = `SELECT id, external_id, name, owner_id, mrr_minor::text, currency, started_on::text, renews_on::text, traits
  FROM customer WHERE organisation_id = (SELECT $1::int) AND external_id = ANY($2::text[])`;
const RECORDS = `jsonb_to_recordset($2::jsonb) AS given(id int, external_id text, name text, owner_id int, mrr_minor bigint,
  currency text, started_on date, renews_on date, traits jsonb)`;

/** The customers of an organisation. What is loaded is locked until the end of the transaction, in one order everywhere. */
export function customerTable(organisationId: number, importId: number | null): CustomerStore {
  return {
    async load(client, externalIds) {
      const { rows } = await client.query<StoredCustomer>(`${SELECT} ORDER BY external_id FOR UPDATE`, [
        organisationId,
        externalIds,
      ]);
      return new Map(rows.map((row) => [row.external_id, toState(row)]));
    },
    async insert(client, states) {
      const { rows } = await client.query<{ id: number; external_id: string }>(
        `INSERT INTO customer (organisation_id, external_id, name, owner_id, mrr_minor, currency, started_on, renews_on, traits, import_id)
         SELECT $1, external_id, name, owner_id, mrr_minor, currency, started_on, renews_on, traits, $3
         FROM ${RECORDS} ORDER BY external_id
         ON CONFLICT (organisation_id, external_id) DO NOTHING RETURNING id, external_id`,
        [organisationId, jsonStates(states), importId],
      );
      const ids = new Map(rows.map((row) => [row.external_id, row.id]));
      if (importId !== null) await journalCreated(client, { organisationId, importId }, states, ids);
      return ids;
    },
    async update(client, states) {
      await keepFormerFacts(client, organisationId, states);
      if (importId !== null) await journalChanged(client, { organisationId, importId }, states);
      await client.query(
        `UPDATE customer SET name = given.name, owner_id = given.owner_id, mrr_minor = given.mrr_minor,
                currency = given.currency, started_on = given.started_on, renews_on = given.renews_on,
                traits = given.traits, updated_at = now()
         FROM ${RECORDS} WHERE customer.organisation_id = (SELECT $1::int) AND customer.id = given.id`,
        [organisationId, jsonStates(states)],
      );
      await moveScores(client, organisationId, idsOf(states));
    },
  };
}

function idsOf(states: readonly CustomerState[]): number[] {
  return states.flatMap((state) => state.id ?? []);
}

const CREATE_REHEARSAL = `CREATE TEMP TABLE IF NOT EXISTS rehearsed_customer (external_id text PRIMARY KEY, state jsonb NOT NULL)
  ON COMMIT DROP`;

/** Reads the organisation's customers, and keeps what would be written in a table of this transaction alone. */
export function rehearsedCustomers(organisationId: number): CustomerStore {
  let lastImagined = 0;
  const keep = async (client: PoolClient, states: readonly CustomerState[]) => {
    await client.query(
      `INSERT INTO rehearsed_customer (external_id, state) SELECT state->>'external_id', state
       FROM jsonb_array_elements($1::jsonb) AS state
       ON CONFLICT (external_id) DO UPDATE SET state = excluded.state`,
      [jsonStates(states)],
    );
  };
  return {
    async load(client, externalIds) {
      await client.query(`SET LOCAL client_min_messages = warning; ${CREATE_REHEARSAL}`);
      const stored = await client.query<StoredCustomer>(SELECT, [organisationId, externalIds]);
      const rehearsed = await client.query<{ state: StoredCustomer }>(
        "SELECT state FROM rehearsed_customer WHERE external_id = ANY($1::text[])",
        [externalIds],
      );
      const all = [...stored.rows, ...rehearsed.rows.map((row) => row.state)];
      return new Map(all.map((row) => [row.external_id, toState(row)]));
    },
    async insert(client, states) {
      const numbered = states.map((state) => {
        lastImagined -= 1;
        return { ...state, id: lastImagined };
      });
      await keep(client, numbered);
      return new Map(numbered.map((state) => [state.externalId, state.id]));
    },
    update: keep,
  };
}
