import { systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { enqueueJob } from "./enqueue-job";

/** Queues a full re-score of every organisation whose clock is live; under a fixed clock nothing has changed overnight. */
export async function scheduleNightlyScores(): Promise<void> {
  const { rows } = await systemPool().query<{ id: number }>(
    "SELECT id FROM organisation WHERE clock IS NULL ORDER BY id",
  );
  for (const { id } of rows) {
    await withTenantClient(id, (client) => enqueueJob(client, { organisationId: id, task: "score-all", payload: {} }));
  }
}
