import { dateFormat } from "./intl-cache";

/** The calendar day of an instant in a zone: "2026-03-03". */
export function isoDay(instantMs: number, timeZone: string): string {
  return dateFormat("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone }).format(instantMs);
}
