import { withTenant } from "@/lib/db/with-tenant";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { driftPeriods } from "./drift-periods";

/** Queues the comparison of predicted with happened when a month is over that the active model was not yet held against. */
export async function requestDrift(organisationId: number): Promise<void> {
  await withTenant(organisationId, async (tx) => {
    const { periods } = await driftPeriods(tx, organisationId);
    if (periods.length > 0) await enqueueJob(tx, { organisationId, task: "measure-drift", payload: {} });
  });
}
