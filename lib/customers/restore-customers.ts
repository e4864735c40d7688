import type { PoolClient } from "pg";
import { moveScores } from "@/lib/scores/move-scores";
import { keepFormerFacts } from "./keep-former-facts";
import { jsonStates } from "./upsert-json";
import type { CustomerState } from "./upsert-state";

/** A customer to put back, with the moment of the change before when nothing else was changed since. */
export type RestoredCustomer = Readonly<{ state: CustomerState; updatedAt: string | null }>;

/** Writes customers as they were; the caller has loaded and locked them. */
export async function restoreCustomers(
  client: PoolClient,
  organisationId: number,
  restored: readonly RestoredCustomer[],
): Promise<void> {
  if (restored.length === 0) return;
  await keepFormerFacts(
    client,
    organisationId,
    restored.map((one) => one.state),
  );
  await client.query(
    `UPDATE customer SET name = given.name, owner_id = given.owner_id, mrr_minor = given.mrr_minor,
            currency = given.currency, started_on = given.started_on, renews_on = given.renews_on,
            traits = given.traits, updated_at = coalesce(moments.updated_at, now())
     FROM jsonb_to_recordset($2::jsonb) AS given(id int, name text, owner_id int, mrr_minor bigint, currency text,
            started_on date, renews_on date, traits jsonb)
     JOIN unnest($3::int[], $4::timestamptz[]) AS moments(id, updated_at) USING (id)
     WHERE customer.organisation_id = (SELECT $1::int) AND customer.id = given.id`,
    [
      organisationId,
      jsonStates(restored.map((one) => one.state)),
      restored.map((one) => one.state.id),
      restored.map((one) => one.updatedAt),
    ],
  );
  await moveScores(
    client,
    organisationId,
    restored.flatMap((one) => one.state.id ?? []),
  );
}
