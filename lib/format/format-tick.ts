import { dateFormat } from "./intl-cache";

export type TickUnit = "hour" | "day" | "week" | "month" | "quarter" | "year";

/**
 * What stands under a tick of a time axis (ticks stand at beginnings in UTC): "3 Mar", "Mar", and the year in January; hours
 * in their zone.
 */
export function formatTick(atMs: number, unit: TickUnit, locale: string, timeZone: string): string {
  if (unit === "hour") {
    return dateFormat(locale, { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone }).format(atMs);
  }
  if (unit === "day" || unit === "week") {
    return dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(atMs);
  }
  const january = new Date(atMs).getUTCMonth() === 0;
  const options = unit === "year" || january ? ({ year: "numeric" } as const) : ({ month: "short" } as const);
  return dateFormat(locale, { ...options, timeZone: "UTC" }).format(atMs);
}
