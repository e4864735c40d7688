import type { BreakUp } from "@/lib/scoring/learning/panel-setup";
import { horizonOf } from "@/lib/scoring/learning/panel-setup";
import { localDaysIn } from "@/lib/scoring/local-days";

/** Two years of quarters: older break-ups say less about today's customers. */
const MOST_DATES = 8;

/**
 * The ends of local days, one horizon apart and ascending, whose horizon is over: every break-up falls into one of them
 * at most. The first has a horizon of history before it. Empty while nothing is over.
 */
export function backtestDates(
  settings: Readonly<{ breakUp: BreakUp; horizonDays: number; timeZone: string }>,
  nowMs: number,
  firstMs: number | null,
): readonly number[] {
  if (firstMs === null) return [];
  const days = localDaysIn(settings.timeZone);
  const horizon = horizonOf(settings);
  const firstDay = days.dayOf(firstMs);
  const today = days.dayOf(nowMs);
  const dates: number[] = [];
  for (let at = 1; at <= MOST_DATES; at++) {
    const day = today - at * horizon;
    if (day - horizon < firstDay) break;
    dates.unshift(days.endOf(day));
  }
  return dates;
}
