import { systemPool } from "@/lib/db/pool";

/** A lock this young may belong to a worker that has not announced itself yet. */
const GRACE_SECONDS = 5;

/**
 * Gives back the jobs and queues that a killed worker still holds, so that other workers go on with them at once
 * instead of after graphile-worker's four hours. Alive is who holds the lock of `announceWorker`. Cost: one query over
 * locked jobs, a handful at most.
 * @returns the workers that were found dead
 */
export async function releaseDeadWorkers(): Promise<string[]> {
  const client = await systemPool().connect();
  try {
    const { rows } = await client.query<{ worker: string }>(
      `WITH holders AS (
         SELECT locked_by AS worker, locked_at FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
         UNION ALL
         SELECT locked_by, locked_at FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL)
       SELECT worker FROM holders GROUP BY worker
       HAVING max(locked_at) < now() - make_interval(secs => $1)
          AND pg_try_advisory_xact_lock(hashtextextended(worker, 0))`,
      [GRACE_SECONDS],
    );
    const dead = rows.map((row) => row.worker);
    if (dead.length > 0) await client.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [dead]);
    return dead;
  } finally {
    client.release();
  }
}
