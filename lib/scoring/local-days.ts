import { DAY_MS } from "@/lib/scoring/day";
import { type DayClock, UTC_DAYS } from "@/lib/scoring/learning/day-clock";

/**
 * Local days of a zone. Offsets are asked of Intl at most twice for each day around an instant and kept, so that millions
 * of touchpoints cost a look-up each.
 * @param timeZone an IANA name; throws RangeError for one that is none
 */
export function localDaysIn(timeZone: string): DayClock {
  if (timeZone === "UTC") return UTC_DAYS;
  const offsetAt = offsetReader(timeZone);
  // Offset by UTC day; undefined where it changes within a day of it.
  const steady = new Map<number, number | undefined>();

  function offsetOf(instantMs: number): number {
    const utcDay = Math.floor(instantMs / DAY_MS);
    if (!steady.has(utcDay)) {
      const before = offsetAt((utcDay - 1) * DAY_MS);
      steady.set(utcDay, before === offsetAt((utcDay + 2) * DAY_MS) ? before : undefined);
    }
    return steady.get(utcDay) ?? offsetAt(instantMs);
  }

  const dayOf = (instantMs: number) => Math.floor((instantMs + offsetOf(instantMs)) / DAY_MS);

  /** The first instant of a day, by bisection: zones may skip or repeat midnight. */
  function startOf(day: number): number {
    let before = day * DAY_MS - DAY_MS;
    let from = day * DAY_MS + DAY_MS;
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      if (dayOf(middle) >= day) from = middle;
      else before = middle;
    }
    return from;
  }

  const ends = new Map<number, number>();
  return {
    dayOf,
    endOf(day) {
      const known = ends.get(day) ?? startOf(day + 1) - 1;
      ends.set(day, known);
      return known;
    },
  };
}

/** Reads how far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetReader(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instantMs) => {
    const seconds = Math.floor(instantMs / 1000) * 1000;
    const parts = new Map(format.formatToParts(seconds).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    const year = parts.get("era") === "BC" ? 1 - number("year") : number("year");
    const local = new Date(0);
    local.setUTCFullYear(year, number("month") - 1, number("day"));
    local.setUTCHours(number("hour"), number("minute"), number("second"));
    return local.getTime() - seconds;
  };
}
