import type { PoolClient } from "pg";
import type { TaskName, TaskPayloads } from "./task-payloads";

/**
 * Takes jobs of one task over that wait, for a transaction that does what they ask for: they are done when it commits, and
 * wait again when it rolls back.
 * @param client inside the organisation's transaction
 * @param most so many are taken at a time
 * @returns what they were told
 */
export async function absorbJobs<T extends TaskName>(
  client: PoolClient,
  job: Readonly<{ organisationId: number; task: T; most: number }>,
): Promise<readonly TaskPayloads[T][]> {
  const { rows } = await client.query<{ payload: TaskPayloads[T] }>(
    "SELECT absorbed AS payload FROM absorb_jobs($1, $2, $3) AS absorbed",
    [job.organisationId, job.task, job.most],
  );
  return rows.map(({ payload }) => payload);
}
