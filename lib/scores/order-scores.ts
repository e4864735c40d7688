import type { PoolClient } from "pg";
import type { TenantTransaction } from "@/lib/db/with-tenant";

/**
 * Notes customers to be scored anew and sees to a job that will: $1 the organisation, $2 the customers. It belongs at the end
 * of the transaction that touched them, since the job cannot begin before that has ended.
 */
export const ORDER_SCORES = `WITH ordered AS (INSERT INTO score_order (organisation_id, customer_ids) VALUES ($1::int, $2::int4[]))
  SELECT enqueue_job($1::int, 'score-customers', '{}')::text AS job`;

/** Has customers scored anew after the caller's transaction, if it commits. @param customerIds of the organisation */
export async function orderScores(
  executor: TenantTransaction | PoolClient,
  organisationId: number,
  customerIds: Iterable<number>,
): Promise<void> {
  const ids = [...customerIds].sort((one, other) => one - other);
  if (ids.length === 0) return;
  if ("$queryRawUnsafe" in executor) await executor.$queryRawUnsafe(ORDER_SCORES, organisationId, ids);
  else await executor.query(ORDER_SCORES, [organisationId, ids]);
}

/** Takes all orders that wait: they are done if the transaction commits. @returns the customers, each once, in order */
export async function takeOrders(client: PoolClient, organisationId: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>(
    `WITH taken AS (DELETE FROM score_order WHERE organisation_id = $1 RETURNING customer_ids)
     SELECT DISTINCT id FROM taken, unnest(customer_ids) AS id ORDER BY id`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
}
