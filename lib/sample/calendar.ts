import type { Random } from "@/lib/sample/random";

export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;
const HOUR_MS = DAY_MS / 24;

/** UTC midnight of the day in which the instant lies. */
export function dayOf(instantMs: number): number {
  return Math.floor(instantMs / DAY_MS) * DAY_MS;
}

/** The same day of the year, `years` later; 29 February becomes 1 March in common years. */
export function addYears(dayMs: number, years: number): number {
  const day = new Date(dayMs);
  return Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate());
}

/** The first anniversary of a day that lies after an instant. */
export function anniversaryAfter(dayMs: number, instantMs: number): number {
  let years = Math.max(1, new Date(instantMs).getUTCFullYear() - new Date(dayMs).getUTCFullYear());
  while (addYears(dayMs, years) <= instantMs) years++;
  return addYears(dayMs, years);
}

const SUMMER_BREAK_REGIONS = new Set(["France", "Iberia", "Italy"]);

/** How busy a week is against an ordinary one: quiet between the years, in the summer break and around Easter. */
export function seasonFactor(weekStartMs: number, region: string): number {
  const middle = new Date(weekStartMs + 3 * DAY_MS);
  const month = middle.getUTCMonth();
  const day = middle.getUTCDate();
  if ((month === 11 && day >= 22) || (month === 0 && day <= 4)) return 0.35;
  if (month === 7) return SUMMER_BREAK_REGIONS.has(region) ? 0.5 : 0.85;
  if (month === 6) return region === "Nordics" ? 0.6 : 0.92;
  if (month === 3 && day >= 10 && day <= 22) return 0.88;
  if (month === 9 || month === 10) return 1.12;
  return 1;
}

const WORKDAY_WEIGHTS = [1, 1.08, 1.05, 1, 0.82];
const HEAVIEST_WEEKDAY = 1.08;

/** An instant in a week (which starts at `weekStartMs`, on any weekday) at which people are at work. */
export function workingMoment(random: Random, weekStartMs: number, weekendWeight: number): number {
  for (;;) {
    const day = dayOf(weekStartMs) + random.integer(0, 6) * DAY_MS;
    if (random.chance(weekdayWeight(day, weekendWeight) / HEAVIEST_WEEKDAY)) return workingHour(random, day);
  }
}

/** The instant itself, to the second, or the next morning of a working day if it falls on a night or weekend. */
export function nextWorkingMoment(instantMs: number): number {
  const hour = (instantMs - dayOf(instantMs)) / HOUR_MS;
  const minutesMs = Math.floor((instantMs % HOUR_MS) / 1000) * 1000;
  const morningMs = dayOf(instantMs) + (hour > 18 ? DAY_MS : 0) + 8 * HOUR_MS + minutesMs;
  const awakeMs = hour >= 7 && hour <= 18 ? Math.ceil(instantMs / 1000) * 1000 : morningMs;
  const weekday = new Date(awakeMs).getUTCDay();
  return awakeMs + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * DAY_MS;
}

/** An instant on a day: mostly before lunch or in the afternoon, to the second. */
export function workingHour(random: Random, dayMs: number): number {
  const hour = random.chance(0.55) ? random.normal(9.7, 1.2) : random.normal(14.4, 1.5);
  return dayMs + Math.round((Math.min(Math.max(hour, 6), 20) * HOUR_MS) / 1000) * 1000;
}

function weekdayWeight(dayMs: number, weekendWeight: number): number {
  const weekday = new Date(dayMs).getUTCDay();
  return WORKDAY_WEIGHTS[weekday - 1] ?? weekendWeight;
}
