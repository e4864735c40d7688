import { withTenantClient } from "@/lib/db/with-tenant-client";

/** Whether no order to score customers has come for a moment. */
export async function isQuiet(organisationId: number): Promise<boolean> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ fresh: boolean }>(
      `SELECT created_at > now() - interval '300 milliseconds' AS fresh FROM score_order
       WHERE organisation_id = $1 ORDER BY id DESC LIMIT 1`,
      [organisationId],
    );
    return rows[0]?.fresh !== true;
  });
}

/** Whether at most so many customers wait to be scored; one that waits twice counts twice. */
export async function waitAtMost(organisationId: number, customers: number): Promise<boolean> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ few: boolean }>(
      `SELECT coalesce(sum(cardinality(customer_ids)), 0) <= $2::int AS few
       FROM (SELECT customer_ids FROM score_order WHERE organisation_id = $1 LIMIT $2::int + 1) AS waiting`,
      [organisationId, customers],
    );
    return rows[0]?.few === true;
  });
}
