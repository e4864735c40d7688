import { dateFormat } from "./intl-cache";

const MOMENT = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** The day and the time of an instant in a zone: "23 Nov 2026, 14:05". */
export function formatMoment(instantMs: number, locale: string, timeZone: string): string {
  return dateFormat(locale, { ...MOMENT, timeZone }).format(instantMs);
}
