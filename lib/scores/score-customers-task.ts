import { setTimeout as sleep } from "node:timers/promises";
import type { TaskHandler } from "@/lib/jobs/task-payloads";
import { isQuiet } from "./is-quiet";
import { scoreTouched } from "./score-touched";

/** While touchpoints come in without end, scoring takes a twentieth of the time, so that they can come in. */
const REST_PER_RUN = 19;
const LONGEST_REST_MS = 10_000;
const LOOK_EVERY_MS = 200;
const MOST_KNOWN = 1_000;

/** When an organisation may be scored next even though more comes in, by this process's clock. */
const restsUntilMs = new Map<number, number>();

/**
 * Re-scores customers that were touched: at once after a quiet moment. While one batch follows another there is a rest of
 * at most ten seconds between two runs, in which further batches gather to be scored together; it ends as soon as a
 * moment passes without one.
 */
export const scoreCustomersTask: TaskHandler<"score-customers"> = async ({ organisationId, signal }) => {
  await rest(organisationId, signal);
  const startedMs = performance.now();
  await scoreTouched(organisationId);
  const endedMs = performance.now();
  if (restsUntilMs.size >= MOST_KNOWN) restsUntilMs.clear();
  restsUntilMs.set(organisationId, endedMs + Math.min(LONGEST_REST_MS, (endedMs - startedMs) * REST_PER_RUN));
};

async function rest(organisationId: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const leftMs = (restsUntilMs.get(organisationId) ?? 0) - performance.now();
    if (leftMs <= 0) return;
    await sleep(Math.min(leftMs, LOOK_EVERY_MS), undefined, { signal });
    if (await isQuiet(organisationId)) return;
  }
}
