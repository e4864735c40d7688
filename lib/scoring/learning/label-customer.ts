import { absencesFromOutcomes } from "@/lib/journey/absences-from-outcomes";
import { DAY_MS } from "@/lib/scoring/day";
import { activeKindIds } from "@/lib/scoring/learning/active-kind-ids";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { horizonOf, type PanelSetup } from "@/lib/scoring/learning/panel-setup";

/** Whether a customer broke up in the horizon after a day: 1 or 0, or null for one who was not a current customer then. */
export type LabelCustomer = (customer: CustomerCase, asOfDay: number) => 0 | 1 | null;

/**
 * Labels by whole local days. Current at day T: begun by then, not departed, and active on a day in [T - (n - 1), T] for a
 * population of n days; without a population, inactivity asks for activity within the days that make a break-up. Break-up:
 * no activity on a day in [T + 1, T + days], or a break-up recorded on a day in [T + 1, T + horizon].
 */
export function customerLabeller(setup: PanelSetup): LabelCustomer {
  const { breakUp, days, activeWithinDays } = setup;
  const activeIds = activeKindIds(setup);
  const horizonDays = horizonOf(setup);
  const within = activeWithinDays ?? (breakUp.type === "inactivity" ? breakUp.days : null);

  function isActiveBetween({ touchpoints }: CustomerCase, firstDay: number, lastDay: number): boolean {
    const { occurredAtMs, kindId, length } = touchpoints;
    const fromMs = days.endOf(firstDay - 1);
    const toMs = days.endOf(lastDay);
    for (let at = 0; at < length; at++) {
      const timeMs = occurredAtMs[at] as number;
      if (timeMs > toMs) return false;
      if (timeMs > fromMs && (activeIds?.has(kindId[at] as number) ?? true)) return true;
    }
    return false;
  }

  return (customer, asOfDay) => {
    if (!hasBegun(customer, setup, asOfDay)) return null;
    if (breakUp.type === "recorded" && hasDeparted(customer, asOfDay)) return null;
    if (within !== null && !isActiveBetween(customer, asOfDay - within + 1, asOfDay)) return null;
    const brokeUp =
      breakUp.type === "inactivity"
        ? !isActiveBetween(customer, asOfDay + 1, asOfDay + horizonDays)
        : customer.outcomes.some(({ type, occurredOnMs }) => {
            const day = dateOf(occurredOnMs);
            return type === "break-up" && day > asOfDay && day <= asOfDay + horizonDays;
          });
    return brokeUp ? 1 : 0;
  };
}

/** A customer of whom only traits are known has always been one, as far as anybody knows. */
function hasBegun({ facts, touchpoints }: CustomerCase, { breakUp, days }: PanelSetup, asOfDay: number): boolean {
  if (facts.startedOnMs !== null) return dateOf(facts.startedOnMs) <= asOfDay;
  if (touchpoints.length > 0) return days.dayOf(touchpoints.occurredAtMs[0] as number) <= asOfDay;
  return breakUp.type === "recorded";
}

function hasDeparted({ facts, touchpoints, outcomes }: CustomerCase, asOfDay: number): boolean {
  const firstMs = touchpoints.length > 0 ? (touchpoints.occurredAtMs[0] as number) : Number.NEGATIVE_INFINITY;
  return absencesFromOutcomes(outcomes, facts.startedOnMs ?? firstMs).some(
    ({ fromMs, toMs }) => dateOf(fromMs) <= asOfDay && dateOf(toMs) > asOfDay,
  );
}

/** The day of a date, which is kept as midnight in UTC whatever the zone. */
function dateOf(dateMs: number): number {
  return Math.floor(dateMs / DAY_MS);
}
