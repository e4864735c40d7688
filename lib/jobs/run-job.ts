import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { RunningJob, TaskHandler, TaskName, TaskPayloads } from "./task-payloads";
import { watchCancellation } from "./watch-cancellation";

const PROGRESS_INTERVAL_MS = 250;

type Attempt = Readonly<{ organisationId: number; jobId: string; isLast: boolean; signal: AbortSignal }>;

/**
 * Runs one attempt of a job and keeps its row true: running, progress, succeeded or failed. An expected failure
 * (AppError) is final; any other is thrown on, so that the queue tries again later. A cancelled job stays cancelled,
 * however its handler ends.
 */
export async function runJob<T extends TaskName>(handler: TaskHandler<T>, attempt: Attempt): Promise<void> {
  const { organisationId, jobId } = attempt;
  const payload = await beginAttempt<T>(organisationId, jobId);
  if (!payload) return;
  const cancellation = watchCancellation(organisationId, jobId);
  const job: RunningJob<T> = {
    organisationId,
    jobId,
    payload,
    signal: AbortSignal.any([attempt.signal, cancellation.signal]),
    report: progressReporter(organisationId, jobId),
  };
  try {
    await handler(job);
    await finishJob(organisationId, jobId, "succeeded", null);
  } catch (error) {
    if (cancellation.signal.aborted) return;
    const expected = error instanceof AppError;
    if (!expected) log().error({ err: error, organisationId, jobId }, "job failed");
    const message = expected
      ? error.message
      : `Something went wrong here, not in what you sent. The log names job ${jobId}.`;
    const isFinal = expected || attempt.isLast;
    await finishJob(organisationId, jobId, isFinal ? "failed" : "queued", message);
    if (!isFinal) throw error;
  } finally {
    cancellation.stop();
  }
}

/** The payload, or null when there is nothing left to do: finished by another worker, cancelled, or erased. */
async function beginAttempt<T extends TaskName>(
  organisationId: number,
  jobId: string,
): Promise<TaskPayloads[T] | null> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ payload: TaskPayloads[T] }>(
      `UPDATE job SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now()), error = NULL
       WHERE organisation_id = $1 AND id = $2 AND state IN ('queued', 'running') RETURNING payload`,
      [organisationId, jobId],
    );
    return rows[0]?.payload ?? null;
  });
}

async function finishJob(organisationId: number, jobId: string, state: string, error: string | null): Promise<void> {
  await withTenantClient(organisationId, (client) =>
    client.query(
      `UPDATE job SET state = $3, error = $4, finished_at = CASE WHEN $3 = 'queued' THEN NULL ELSE now() END,
              done = CASE WHEN $3 = 'succeeded' THEN greatest(done, total) ELSE done END
       WHERE organisation_id = $1 AND id = $2 AND state = 'running'`,
      [organisationId, jobId, state, error],
    ),
  );
}

function progressReporter(organisationId: number, jobId: string): RunningJob<TaskName>["report"] {
  let lastMs = 0;
  let isWriting = false;
  return ({ done, total, unit }) => {
    const nowMs = performance.now();
    // One write at a time: under load they would queue up for connections that the work itself needs.
    if (isWriting || nowMs - lastMs < PROGRESS_INTERVAL_MS) return;
    lastMs = nowMs;
    isWriting = true;
    const written = withTenantClient(organisationId, (client) =>
      client.query(
        "UPDATE job SET done = $3, total = $4, unit = $5 WHERE organisation_id = $1 AND id = $2 AND state = 'running'",
        [organisationId, jobId, done, total, unit],
      ),
    );
    written
      .catch((error) => log().warn({ err: error, jobId }, "progress was not written"))
      .finally(() => {
        isWriting = false;
      });
  };
}
