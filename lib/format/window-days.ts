import { isoDay } from "./iso-day";

const DAY_MS = 86_400_000;

/** The first and the last day of a stretch rounded to whole days; as many days as it is long, at least one. */
export function windowDays(
  { fromMs, toMs }: Readonly<{ fromMs: number; toMs: number }>,
  timeZone: string,
): Readonly<{ from: string; to: string }> {
  const days = Math.max(1, Math.round((toMs - fromMs) / DAY_MS));
  const from = isoDay(fromMs + DAY_MS / 2, timeZone);
  return { from, to: isoDay(Date.parse(`${from}T00:00:00Z`) + (days - 1) * DAY_MS, "UTC") };
}
