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
