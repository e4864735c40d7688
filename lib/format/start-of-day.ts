import { dateFormat } from "./intl-cache";

const CLOCK = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

/** When a calendar day ("2026-03-03") begins in a zone, in milliseconds. */
export function startOfDay(isoDate: string, timeZone: string): number {
  const asUtc = Date.parse(`${isoDate}T00:00:00Z`);
  const guess = asUtc - offsetMs(asUtc, timeZone);
  // The clock may change between the two.
  return asUtc - offsetMs(guess, timeZone);
}

function offsetMs(instantMs: number, timeZone: string): number {
  const local = dateFormat("sv-SE", { ...CLOCK, timeZone }).format(instantMs);
  return Date.parse(`${local.replace(" ", "T")}Z`) - instantMs;
}
