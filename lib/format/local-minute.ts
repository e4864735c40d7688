import { dateFormat } from "./intl-cache";

const MINUTE = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
} as const;

/** The local time of an instant in a zone as a browser's field takes it: "2026-03-03T14:05". */
export function localMinute(instantMs: number, timeZone: string): string {
  return dateFormat("sv-SE", { ...MINUTE, timeZone })
    .format(instantMs)
    .replace(" ", "T");
}
