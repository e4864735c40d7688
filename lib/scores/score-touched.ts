import type { PoolClient } from "pg";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { organisationNow } from "@/lib/organisations/organisation-now";
import { loadShadow } from "./load-shadow";
import { lockScores } from "./lock-scores";
import { takeOrders } from "./order-scores";
import { recordConfiguration } from "./record-configuration";
import { scoreAll } from "./score-all";
import { loadScoringSetup } from "./scoring-setup";
import { writeScores } from "./write-scores";

/**
 * Re-scores the customers whose touchpoints, facts or outcomes changed, as the orders that wait say, within the run that
 * readers see. Their rows are replaced in one transaction, which also settles the orders. Without a run yet, or under a newer
 * model, everyone is scored. When a full run became visible in the meantime, it starts anew: that run may have read the
 * customers before they were touched.
 */
export async function scoreTouched(organisationId: number): Promise<void> {
  const { setup, run, shadow } = await withTenant(organisationId, async (tx) => {
    const setup = await loadScoringSetup(tx, organisationId);
    const id = setup.settings.currentScoreRunId;
    const run =
      id === null ? null : await tx.scoreRun.findUnique({ where: { organisationId_id: { organisationId, id } } });
    const shadow = run?.shadowVersion ? await loadShadow(tx, organisationId) : null;
    return { setup, run, shadow };
  });
  if (!run || run.modelVersion !== setup.modelVersion) {
    // What comes in from here on is ordered anew.
    await withTenantClient(organisationId, (client) => takeOrders(client, organisationId));
    await scoreAll(organisationId);
    return;
  }
  const wasReplaced = await withTenantClient(organisationId, async (client) => {
    await lockScores(client, organisationId);
    if (!(await isVisible(client, organisationId, run.id))) return true;
    const ids = await takeOrders(client, organisationId);
    if (ids.length === 0) return false;
    // Asked for last: what was dated "now" by any of these orders is to count.
    const asOfMs = await withTenant(organisationId, (tx) => organisationNow(tx, setup.settings));
    await recordConfiguration(client, setup, asOfMs);
    // Another model may have gone into shadow since: it is compared from the next full run on.
    const beside = shadow?.version === run.shadowVersion ? shadow : null;
    const pass = { setup, runId: run.id, replacedRunId: null, asOfMs, shadow: beside, customerIds: ids };
    await writeScores(client, pass);
    return false;
  });
  if (wasReplaced) await scoreTouched(organisationId);
}

async function isVisible(client: PoolClient, organisationId: number, runId: number): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM organisation WHERE id = $1 AND current_score_run_id = $2", [
    organisationId,
    runId,
  ]);
  return rowCount === 1;
}
