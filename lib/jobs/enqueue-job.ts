import type { PoolClient } from "pg";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { TaskName, TaskPayloads } from "./task-payloads";

/**
 * Queues work in the caller's transaction: if that rolls back, so does the work. An equal job that still waits is reused.
 * @returns the job's id, for GET /api/v1/jobs/{id}
 */
export async function enqueueJob<T extends TaskName>(
  executor: TenantTransaction | PoolClient,
  job: Readonly<{ organisationId: number; task: T; payload: TaskPayloads[T] }>,
): Promise<string> {
  const payload = JSON.stringify(job.payload);
  const rows =
    "$queryRaw" in executor
      ? await executor.$queryRaw<{ id: string }[]>`
          SELECT enqueue_job(${job.organisationId}::int, ${job.task}, ${payload}::jsonb) AS id`
      : (
          await executor.query<{ id: string }>("SELECT enqueue_job($1, $2, $3::jsonb) AS id", [
            job.organisationId,
            job.task,
            payload,
          ])
        ).rows;
  const [row] = rows;
  if (!row) throw new Error("enqueue_job returned no row");
  return row.id;
}
