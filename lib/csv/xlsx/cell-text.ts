import type { CellFormat } from "./cell-format";

const DAY_MS = 86_400_000;
const EPOCH_1900_MS = Date.UTC(1899, 11, 31);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** Excel believes that 1900 was a leap year: this day never was. */
const FALSE_LEAP_DAY = 60;
const LAST_SERIAL = 2_958_465;

/**
 * A number of a workbook as text: dates as `YYYY-MM-DD`, with a time as `YYYY-MM-DD HH:MM:SS`, other numbers in the
 * shortest form that says the same.
 * @param is1904 whether the workbook counts its days from 1904 rather than from 1900
 */
export function cellText(raw: string, format: CellFormat, is1904: boolean): string {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return raw;
  if (format === "plain") return plainText(number);
  if (typeof format === "object") return plainText(number).padStart(format.zeros, "0");
  if (number < 0 || number > LAST_SERIAL) return plainText(number);
  const [day, seconds] = splitSerial(number);
  if (day === 0 && (format === "time" || !is1904)) return format === "time" ? clock(seconds) : plainText(number);
  const hasTime = format !== "date" || seconds > 0;
  const date = dateOf(day, is1904);
  return hasTime ? `${date} ${clock(seconds)}` : date;
}

function splitSerial(serial: number): [day: number, seconds: number] {
  const seconds = Math.round(serial * 86_400);
  return [Math.floor(seconds / 86_400), seconds % 86_400];
}

function dateOf(day: number, is1904: boolean): string {
  if (is1904) return isoDay(EPOCH_1904_MS + day * DAY_MS);
  if (day === FALSE_LEAP_DAY) return "1900-02-29";
  return isoDay(EPOCH_1900_MS + (day > FALSE_LEAP_DAY ? day - 1 : day) * DAY_MS);
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** Fifteen digits, as Excel shows them: 0.1 + 0.2 is 0.3 there. */
function plainText(number: number): string {
  return String(Number(number.toPrecision(15)));
}
