import { setTimeout as sleep } from "node:timers/promises";
import type { TaskHandler } from "@/lib/jobs/task-payloads";
import { scoreTouched } from "./score-touched";
import { isQuiet, waitAtMost } from "./waiting-orders";

/** So many are scored at once, however much more comes in: what somebody enters by hand shows without a pause. */
const FEW_CUSTOMERS = 100;
/** While few at a time come in without end, scoring takes a twentieth of the time, so that they can come in. */
const REST_PER_RUN = 19;
const LONGEST_REST_MS = 10_000;
const LOOK_EVERY_MS = 200;
const MOST_KNOWN = 1_000;

/** When an organisation may be scored next even though more comes in, by this process's clock. */
const restsUntilMs = new Map<number, number>();

/**
 * Re-scores customers that were touched. Few are scored at once; many wait for a moment without a batch, so that those that
 * follow one another come in first and are scored together, but no longer than ten seconds.
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
  const areFew = await waitAtMost(organisationId, FEW_CUSTOMERS);
  const untilMs = areFew ? (restsUntilMs.get(organisationId) ?? 0) : performance.now() + LONGEST_REST_MS;
  for (;;) {
    const leftMs = untilMs - performance.now();
    if (leftMs <= 0 || (await isQuiet(organisationId))) return;
    await sleep(Math.min(leftMs, LOOK_EVERY_MS), undefined, { signal });
  }
}
