import type { ReportFault } from "@/lib/scoring/configuration-error";

/** The longest window, in days, that any signal may look back. */
const LONGEST_WINDOW_DAYS = 3_650;

export interface NumberRange {
  readonly above?: number;
  readonly from?: number;
  readonly to?: number;
  readonly whole?: true;
}

/** Reports a number that is not finite or lies outside the range. */
export function checkNumber(value: number, range: NumberRange, path: string, report: ReportFault): void {
  if (!Number.isFinite(value)) report(path, "must be a finite number");
  else if (range.whole && !Number.isInteger(value)) report(path, `must be a whole number, not ${value}`);
  else if (range.above !== undefined && value <= range.above)
    report(path, `must be above ${range.above}, not ${value}`);
  else if (range.from !== undefined && value < range.from) report(path, `must be at least ${range.from}, not ${value}`);
  else if (range.to !== undefined && value > range.to) report(path, `must be at most ${range.to}, not ${value}`);
}

/** Reports a length of time that is not above 0 and at most ten years. */
export function checkDays(days: number, path: string, report: ReportFault): void {
  checkNumber(days, { above: 0, to: LONGEST_WINDOW_DAYS }, path, report);
}
