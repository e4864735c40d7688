import { dateFormat } from "./intl-cache";

const DAY_MS = 86_400_000;

/** Whole days from the day of `nowMs` in a zone to a calendar date; below 0 when it has passed. */
export function daysUntil(isoDate: string, nowMs: number, timeZone: string): number {
  const today = dateFormat("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone }).format(nowMs);
  return Math.round((Date.parse(`${isoDate}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}
