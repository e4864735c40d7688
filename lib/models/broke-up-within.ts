import { activityTimes } from "@/lib/scores/activity-times";
import type { CustomerToScore } from "@/lib/scores/for-each-customer";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { stageAt } from "@/lib/scores/stages-at";

const DAY_MS = 86_400_000;

/**
 * The label of a customer at a moment: whether the relationship broke up in the horizon after it.
 * @returns null when the customer was not a current one then: not begun, departed, or outside the population
 */
export function brokeUpWithin(setup: ScoringSetup, customer: CustomerToScore, atMs: number): boolean | null {
  const { breakUp, horizonDays, populationActiveWithinDays } = setup.settings;
  const { occurredAtMs, length } = customer.touchpoints;
  const times = occurredAtMs.subarray(0, length);
  const begunMs = customer.facts.startedOnMs ?? times[0] ?? Number.POSITIVE_INFINITY;
  if (begunMs > atMs || stageAt({ setup, customer, asOfMs: atMs, probability: 0 }).stage === "departed") return null;
  const activeFromMs = populationActiveWithinDays === null ? null : atMs - populationActiveWithinDays * DAY_MS;
  const active =
    breakUp.type === "inactivity" ? activityTimes(customer.touchpoints, setup.kinds, breakUp.kinds) : times;
  if (activeFromMs !== null && !active.some((timeMs) => timeMs > activeFromMs && timeMs <= atMs)) return null;
  if (breakUp.type === "inactivity") {
    return !active.some((timeMs) => timeMs > atMs && timeMs <= atMs + breakUp.days * DAY_MS);
  }
  const untilMs = atMs + horizonDays * DAY_MS;
  return customer.outcomes.some(
    ({ type, occurredOnMs }) => type === "break-up" && occurredOnMs > atMs && occurredOnMs <= untilMs,
  );
}
