import { type DateOrder, splitDate, type WrittenDate } from "./date-shape";
import { readIsoTime } from "./iso-instant";
import { createLocalTimeReader, type LocalTimeReader } from "./local-time";

export type DateFault = Readonly<{
  code: "unreadable-date" | "impossible-date" | "date-out-of-range" | "nonexistent-time" | "ambiguous-time";
  message: string;
}>;

/** How the dates of a column are written. */
export type DateReading = Readonly<{ order: DateOrder; twoDigitYears: boolean; timeZone: string }>;

/** An instant in milliseconds, or why the text is none. */
export type InstantReader = (text: string) => number | DateFault;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const DAY_MS = 86_400_000;
const MAX_OFFSET_MINUTES = 14 * 60;
/** The last second of a day: when something happened of which only the day is known. */
const END_OF_DAY_MS = DAY_MS - 1000;
/** Excel counts days from 1899-12-30 (for days after February 1900). */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);

/** A reader of dates with or without a time. A date alone means the last second of that day in the zone. */
export function createInstantReader(reading: DateReading): InstantReader {
  const localTime = createLocalTimeReader(reading.timeZone);
  return (text) => {
    const iso = readIsoTime(text);
    if (iso) return iso.isUtc ? iso.ms : resolveLocal(text, localTime(iso.ms), reading.timeZone);
    const count = readCount(text, reading.order, localTime);
    if (count !== undefined) return count;
    const written = splitDate(reading.order === "compact" ? withDashes(text) : text);
    if (!written) return unreadable(text);
    const day = readDay(text, written, reading);
    if (typeof day === "object") return day;
    if (written.hour === undefined) return localTime(day + END_OF_DAY_MS)[0] ?? day + END_OF_DAY_MS;
    const time = readTime(text, written);
    if (typeof time === "object") return time;
    if (Math.abs(written.offsetMinutes ?? 0) > MAX_OFFSET_MINUTES) return impossibleTime(text);
    if (written.offsetMinutes !== undefined) return day + time - written.offsetMinutes * 60_000;
    return resolveLocal(text, localTime(day + time), reading.timeZone);
  };
}

/** A reader of days: UTC midnight of the day that is written, whatever the time after it. */
export function createDayReader(reading: DateReading): InstantReader {
  return (text) => {
    const count = readCount(text, reading.order, (localMs) => [localMs]);
    if (count !== undefined) return typeof count === "object" ? count : Math.floor(count / DAY_MS) * DAY_MS;
    const written = splitDate(reading.order === "compact" ? withDashes(text) : text);
    return written ? readDay(text, written, reading) : unreadable(text);
  };
}

function readDay(text: string, written: WrittenDate, { order, twoDigitYears }: DateReading): number | DateFault {
  const [first, second, third] = written.parts;
  if (!written.startsWithYear && order !== "dmy" && order !== "mdy") return unreadable(text);
  if (written.yearDigits !== 4 && !(twoDigitYears && written.yearDigits === 2)) {
    return { code: "unreadable-date", message: `“${shown(text)}” has no year of four digits.` };
  }
  const year = written.startsWithYear ? first : fullYear(third, written.yearDigits);
  const month = written.startsWithYear || order === "dmy" ? second : first;
  const dayOfMonth = written.startsWithYear ? third : order === "dmy" ? first : second;
  const day = Date.UTC(year, month - 1, dayOfMonth);
  const isReal = month >= 1 && month <= 12 && dayOfMonth >= 1 && new Date(day).getUTCDate() === dayOfMonth;
  if (!isReal) return { code: "impossible-date", message: `“${shown(text)}” is no day of the calendar.` };
  if (year < FIRST_YEAR || year > LAST_YEAR) return outOfRange(text);
  return day;
}

/** Two digits are the years 1970 to 2069. */
function fullYear(year: number, digits: number): number {
  if (digits === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function readTime(text: string, { hour = 0, minute, second, millisecond }: WrittenDate): number | DateFault {
  if (hour > 23 || minute > 59 || second > 59) return impossibleTime(text);
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function impossibleTime(text: string): DateFault {
  return {
    code: "impossible-date",
    message: `“${shown(text)}” has a time that no clock shows (00:00:00 to 23:59:59).`,
  };
}

function resolveLocal(text: string, instants: readonly number[], timeZone: string): number | DateFault {
  const [instant] = instants;
  if (instant === undefined) {
    const message = `“${shown(text)}” does not exist in ${timeZone}: clocks went forward. Add the offset, such as +01:00.`;
    return { code: "nonexistent-time", message };
  }
  if (instants.length > 1) {
    const message = `“${shown(text)}” came twice in ${timeZone}: clocks went back. Add the offset, such as +01:00.`;
    return { code: "ambiguous-time", message };
  }
  return instant;
}

/** Dates that are a number: seconds or milliseconds since 1970, or Excel's days. undefined: another order. */
function readCount(text: string, order: DateOrder, localTime: LocalTimeReader): number | DateFault | undefined {
  if (order !== "epoch-seconds" && order !== "epoch-milliseconds" && order !== "excel") return undefined;
  if (!/^-?\d{1,16}(?:\.\d{1,12})?$/.test(text)) return unreadable(text);
  const count = Number(text);
  const ms = toMilliseconds(count, order);
  if (ms < Date.UTC(FIRST_YEAR, 0, 1) || ms >= Date.UTC(LAST_YEAR + 1, 0, 1)) return outOfRange(text);
  if (order !== "excel") return ms;
  const local = Number.isInteger(count) ? ms + END_OF_DAY_MS : ms;
  return localTime(local)[0] ?? local;
}

function toMilliseconds(count: number, order: "epoch-seconds" | "epoch-milliseconds" | "excel"): number {
  if (order === "epoch-milliseconds") return Math.trunc(count);
  if (order === "epoch-seconds") return Math.trunc(count * 1000);
  return EXCEL_EPOCH_MS + Math.round(count * 86_400) * 1000;
}

function withDashes(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})(?=$|[T ])/, "$1-$2-$3");
}

function unreadable(text: string): DateFault {
  return { code: "unreadable-date", message: `“${shown(text)}” is not a date in the format of this file.` };
}

function outOfRange(text: string): DateFault {
  return {
    code: "date-out-of-range",
    message: `“${shown(text)}” is not between the years ${FIRST_YEAR} and ${LAST_YEAR}.`,
  };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
