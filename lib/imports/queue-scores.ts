import type { PoolClient } from "pg";
import { enqueueJob } from "@/lib/jobs/enqueue-job";

/** Queues new scores for customers that were touched, in the transaction that touched them. */
export async function queueScores(
  client: PoolClient,
  organisationId: number,
  touched: ReadonlySet<number>,
): Promise<void> {
  if (touched.size === 0) return;
  const customerIds = [...touched].sort((one, other) => one - other);
  await enqueueJob(client, { organisationId, task: "score-customers", payload: { customerIds } });
}
