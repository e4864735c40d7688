import { dateFormat } from "./intl-cache";

/** A calendar date ("2026-12-01", no zone) as "1 Dec 2026". */
export function formatDate(isoDate: string, locale: string): string {
  return dateFormat(locale, { ...DAY, timeZone: "UTC" }).format(Date.parse(`${isoDate}T00:00:00Z`));
}

/** The day of an instant (milliseconds or ISO) in a zone: "23 Nov 2026". */
export function formatDay(instant: number | string, locale: string, timeZone: string): string {
  return dateFormat(locale, { ...DAY, timeZone }).format(new Date(instant));
}

/** As formatDay without the year: "23 Nov". */
export function formatDayShort(instant: number | string, locale: string, timeZone: string): string {
  return dateFormat(locale, { day: "numeric", month: "short", timeZone }).format(new Date(instant));
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;
