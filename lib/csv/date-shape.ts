/** The order of day, month and year in written dates, or a count of days or seconds. */
export const DATE_ORDERS = ["ymd", "dmy", "mdy", "compact", "epoch-seconds", "epoch-milliseconds", "excel"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A date as written: numbers that were not checked yet. No time: `hour` is undefined. */
export type WrittenDate = Readonly<{
  parts: readonly [number, number, number];
  /** Whether the first number is a four-digit year: then the order is year, month, day. */
  startsWithYear: boolean;
  yearDigits: number;
  hour: number | undefined;
  minute: number;
  second: number;
  millisecond: number;
  /** Minutes east of UTC; undefined: local time. */
  offsetMinutes: number | undefined;
}>;

const SHAPE =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:(?:[T ]|, )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** Takes a written date apart; undefined when it has no shape of a date in numbers. */
export function splitDate(text: string): WrittenDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, first = "", , second = "", third = "", hour, minute, seconds, fraction, half, zone] = match;
  const startsWithYear = first.length === 4;
  const yearDigits = startsWithYear ? 4 : third.length;
  if (first.length === 3 || third.length === 3 || (startsWithYear && third.length > 2)) return undefined;
  const hours = hour === undefined ? undefined : toHour24(Number(hour), half);
  if (hours === null) return undefined;
  return {
    parts: [Number(first), Number(second), Number(third)],
    startsWithYear,
    yearDigits,
    hour: hours,
    minute: Number(minute ?? 0),
    second: Number(seconds ?? 0),
    millisecond: fraction ? Number(fraction.slice(0, 3).padEnd(3, "0")) : 0,
    offsetMinutes: zone === undefined ? undefined : toOffsetMinutes(zone),
  };
}

/** null for an hour that a clock with am and pm does not have. */
function toHour24(hour: number, half: string | undefined): number | null {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function toOffsetMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}
