import { withTenantClient } from "@/lib/db/with-tenant-client";

/** Whether no order to score customers has come for a moment. */
export async function isQuiet(organisationId: number): Promise<boolean> {
  return withTenantClient(organisationId, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM job WHERE organisation_id = $1 AND task = 'score-customers' AND state = 'queued'
         AND created_at > now() - interval '300 milliseconds' LIMIT 1`,
      [organisationId],
    );
    return rowCount === 0;
  });
}
