import { EventEmitter } from "node:events";
import { Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { systemPool } from "@/lib/db/pool";
import { log } from "@/lib/log";
import { announceWorker } from "./announce-worker";
import { releaseDeadWorkers } from "./release-dead-workers";
import { runJob } from "./run-job";
import { scheduleNightlyScores } from "./schedule-nightly-scores";
import type { TaskHandler, TaskName } from "./task-payloads";
import { tasks } from "./tasks";

/** Two organisations at a time; jobs of one organisation run one after another, in the queue of their own. */
const CONCURRENCY = 2;
const SWEEP_INTERVAL_MS = 5_000;
/** Every night at 02:00 UTC; time passing changes scores without any touchpoint. */
const CRONTAB = "0 2 * * * score-nightly ?fill=1d&jobKey=score-nightly";

/** The queue's everyday notes are only worth reading when something is being looked for. */
const LOG_LEVELS = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;

/**
 * Starts a worker in this process. Many processes may run one; a job is never run by two of them at once.
 * @returns how to stop it: the running jobs are told, and given back to the queue when they do not end
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const leaves: (() => Promise<void>)[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => leaves.push(announceWorker(workerPool.id)));
  const runner = await run({
    pgPool: systemPool(),
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: taskList(),
    crontab: CRONTAB,
    events,
    logger: new Logger(() => (level, message) => log()[LOG_LEVELS[level]]({ from: "graphile-worker" }, message)),
  });
  const sweep = () =>
    releaseDeadWorkers().catch((error) => log().warn({ err: error }, "could not look for dead workers"));
  const timer = setInterval(sweep, SWEEP_INTERVAL_MS);
  return async () => {
    clearInterval(timer);
    await runner.stop();
    for (const leave of leaves) await leave();
  };
}

function taskList(): TaskList {
  const entries = Object.entries(tasks) as [TaskName, TaskHandler<TaskName>][];
  const list: TaskList = { "score-nightly": () => scheduleNightlyScores() };
  for (const [name, handler] of entries) {
    list[name] = async (message, helpers) => {
      const { organisationId, jobId } = message as { organisationId: number; jobId: string };
      const { attempts, max_attempts } = helpers.job;
      const signal = helpers.abortSignal ?? new AbortController().signal;
      await runJob(handler, { organisationId, jobId, isLast: attempts >= max_attempts, signal });
    };
  }
  return list;
}
