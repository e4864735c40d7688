import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import { horizonOf, type PanelSetup } from "@/lib/scoring/learning/panel-setup";

const YEAR_DAYS = 365;
const LEAST_BREAK_UPS = 10;

/** The population one year before an instant, and what became of it, as known at the instant. */
export interface SeasonalRate {
  readonly asOfMs: number;
  readonly customers: number;
  readonly breakUps: number;
  readonly rate: number;
}

/**
 * Counts the break-up rate of the same season one year before an instant. There is none when history does not reach back
 * far enough for the population of that time to be known, or when break-ups, or others, were too few.
 */
export function countSeasonalRate(setup: PanelSetup, asOfMs: number) {
  const label = customerLabeller(setup);
  const day = setup.days.dayOf(asOfMs) - YEAR_DAYS;
  const reachesTo = setup.days.endOf(day - (setup.activeWithinDays ?? horizonOf(setup)));
  const isOver = horizonOf(setup) <= YEAR_DAYS;
  let customers = 0;
  let breakUps = 0;
  let firstMs = Number.POSITIVE_INFINITY;

  return {
    visit(customer: CustomerCase): void {
      const { touchpoints, facts } = customer;
      if (touchpoints.length > 0) firstMs = Math.min(firstMs, touchpoints.occurredAtMs[0] as number);
      if (facts.startedOnMs !== null && setup.breakUp.type === "recorded")
        firstMs = Math.min(firstMs, facts.startedOnMs);
      const outcome = label(customer, day);
      if (outcome === null) return;
      customers++;
      breakUps += outcome;
    },
    finish(): SeasonalRate | null {
      if (!isOver || firstMs > reachesTo || breakUps < LEAST_BREAK_UPS || customers - breakUps < LEAST_BREAK_UPS)
        return null;
      return { asOfMs: setup.days.endOf(day), customers, breakUps, rate: breakUps / customers };
    },
  };
}
