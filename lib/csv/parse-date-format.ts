import type { DateOrder } from "./date-shape";

/** A date format as a person names it: order and whether the year has two digits. */
export type DateFormat = Readonly<{ order: DateOrder; twoDigitYears: boolean }>;

/** The formats to offer; any separator of `- / .` and any time after the date is read under each of them. */
export const DATE_FORMATS = [
  "YYYY-MM-DD",
  "DD-MM-YYYY",
  "MM-DD-YYYY",
  "DD-MM-YY",
  "MM-DD-YY",
  "YYYYMMDD",
  "epoch-seconds",
  "epoch-milliseconds",
  "excel",
] as const;

const NAMED: ReadonlyMap<string, DateOrder> = new Map([
  ["iso", "ymd"],
  ["ymd", "ymd"],
  ["dmy", "dmy"],
  ["mdy", "mdy"],
  ["yyyymmdd", "compact"],
  ["epoch-seconds", "epoch-seconds"],
  ["epoch-milliseconds", "epoch-milliseconds"],
  ["excel", "excel"],
]);

/**
 * Reads `DD/MM/YYYY`, `yyyy-MM-dd HH:mm`, `DMY`, `iso`, `epoch-seconds`, `excel` and the like.
 * @returns undefined when the text names no format
 */
export function parseDateFormat(text: string): DateFormat | undefined {
  const name = text.trim().toLowerCase();
  const named = NAMED.get(name);
  if (named) return { order: named, twoDigitYears: false };
  const match = /^([dmy])\1*[-/. ]([dmy])\2*[-/. ]([dmy])\3*(?:[t ,]+[h:msaz.x ']+)?$/.exec(name);
  if (!match) return undefined;
  const order = (["ymd", "dmy", "mdy"] as const).find((one) => one === `${match[1]}${match[2]}${match[3]}`);
  return order && { order, twoDigitYears: order !== "ymd" && /(?:^|[^y])yy?(?:[^y]|$)/.test(name) };
}
