import { type TimeRange, timeScale } from "@/lib/journey/time-scale";
import { DAY_MS } from "@/lib/scoring/day";

const HOUR_MS = 3_600_000;

export type TickUnit = "hour" | "day" | "week" | "month" | "quarter" | "year";

export interface TimeTick {
  readonly x: number;
  readonly atMs: number;
}

export interface TimeTicks {
  /** What the ticks stand at the beginning of, in UTC: decides how they are labelled. */
  readonly unit: TickUnit;
  readonly ticks: readonly TimeTick[];
}

/** Steps by their shortest length, finest first. */
const STEPS: readonly { readonly unit: TickUnit; readonly every: number; readonly leastDays: number }[] = [
  { unit: "hour", every: 3, leastDays: 1 / 8 },
  { unit: "hour", every: 6, leastDays: 1 / 4 },
  { unit: "hour", every: 12, leastDays: 1 / 2 },
  { unit: "day", every: 1, leastDays: 1 },
  { unit: "week", every: 1, leastDays: 7 },
  { unit: "month", every: 1, leastDays: 28 },
  { unit: "quarter", every: 1, leastDays: 90 },
  { unit: "year", every: 1, leastDays: 365 },
  { unit: "year", every: 5, leastDays: 1_826 },
  { unit: "year", every: 25, leastDays: 9_131 },
  { unit: "year", every: 100, leastDays: 36_524 },
  { unit: "year", every: 1_000, leastDays: 365_242 },
];
const COARSEST = { unit: "year", every: 1_000, leastDays: 365_242 } as const;

/** Ticks at the beginnings of hours, days, Mondays, months, quarters or years: the finest of them that stay within `most`. */
export function timeTicks(range: TimeRange, most: number): TimeTicks {
  const spanDays = (range.toMs - range.fromMs) / DAY_MS;
  const { unit, every } = STEPS.find((step) => spanDays / step.leastDays + 1 <= most) ?? COARSEST;
  const xOf = timeScale(range);
  const ticks: TimeTick[] = [];
  for (let at = 0; ticks.length < most; at++) {
    const atMs = beginning(range.fromMs, unit, at * every, every);
    if (!(atMs <= range.toMs)) break;
    if (atMs >= range.fromMs) ticks.push({ x: xOf(atMs), atMs });
  }
  return { unit, ticks };
}

/** The beginning of the unit around an instant, and `later` units after it. */
function beginning(instantMs: number, unit: TickUnit, later: number, every: number): number {
  const date = new Date(instantMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const today = Math.floor(instantMs / DAY_MS);
  switch (unit) {
    case "hour":
      return (Math.floor(instantMs / (every * HOUR_MS)) * every + later) * HOUR_MS;
    case "day":
      return (today + later) * DAY_MS;
    case "week":
      return (today - ((date.getUTCDay() + 6) % 7) + 7 * later) * DAY_MS;
    case "month":
      return utcMonth(year, month + later);
    case "quarter":
      return utcMonth(year, month - (month % 3) + 3 * later);
    case "year":
      return utcMonth(year - (year % every) + later, 0);
  }
}

/** Date.UTC would take years below 100 for those of the twentieth century. */
function utcMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
