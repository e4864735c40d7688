import { withTenantClient } from "@/lib/db/with-tenant-client";
import { scoreTouched } from "@/lib/scores/score-touched";

/**
 * Scores the customers that orders wait for while the page of one of them waits, so that it shows what was written down.
 * While a run over all customers holds the scores, nothing is waited for: the job that was ordered with the change scores
 * the customer after it.
 */
export async function rescoreNow(organisationId: number): Promise<void> {
  const isFree = await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ free: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtext('scores'), $1) AS free",
      [organisationId],
    );
    return rows[0]?.free === true;
  });
  if (isFree) await scoreTouched(organisationId);
}
