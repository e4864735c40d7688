import { setTimeout as sleep } from "node:timers/promises";
import type { TaskHandler } from "@/lib/jobs/task-payloads";
import { scoreTouched } from "./score-touched";

/** While touchpoints come in without end, scoring them takes this part of the time, so that they can come in. */
const PAUSE_PER_RUN = 3;
const LONGEST_PAUSE_MS = 1_000;
const MOST_KNOWN = 1_000;

/** When an organisation may be scored next, by this process's clock. */
const restsUntilMs = new Map<number, number>();

/**
 * Re-scores customers that were touched: at once after a quiet moment; while one batch follows another with a pause between
 * two runs, of at most a second, in which further batches gather to be scored together.
 */
export const scoreCustomersTask: TaskHandler<"score-customers"> = async ({ organisationId, payload, signal }) => {
  const restMs = (restsUntilMs.get(organisationId) ?? 0) - performance.now();
  if (restMs > 0) await sleep(restMs, undefined, { signal });
  const startedMs = performance.now();
  await scoreTouched(organisationId, payload.customerIds);
  const endedMs = performance.now();
  if (restsUntilMs.size >= MOST_KNOWN) restsUntilMs.clear();
  restsUntilMs.set(organisationId, endedMs + Math.min(LONGEST_PAUSE_MS, (endedMs - startedMs) * PAUSE_PER_RUN));
};
