import type { PoolClient } from "pg";
import { jsonStates } from "./upsert-json";
import type { CustomerState } from "./upsert-state";

/**
 * Keeps what scoring knew of customers before it is replaced: one statement for all of them, a row only for those whose
 * facts differ. Called before the update, in its transaction; the first facts that a transaction replaces are the ones kept.
 */
export async function keepFormerFacts(
  client: PoolClient,
  organisationId: number,
  states: readonly CustomerState[],
): Promise<void> {
  await client.query(
    `INSERT INTO former_facts (organisation_id, customer_id, mrr_minor, started_on, renews_on, traits)
     SELECT c.organisation_id, c.id, c.mrr_minor, c.started_on, c.renews_on, c.traits
     FROM jsonb_to_recordset($2::jsonb) AS given(id int, mrr_minor bigint, started_on date, renews_on date, traits jsonb)
     JOIN customer c ON c.organisation_id = (SELECT $1::int) AND c.id = given.id
     WHERE (c.mrr_minor, c.started_on, c.renews_on, c.traits)
       IS DISTINCT FROM (given.mrr_minor, given.started_on, given.renews_on, given.traits)
     ON CONFLICT DO NOTHING`,
    [organisationId, jsonStates(states)],
  );
}
