import { splitDate } from "./date-shape";

/** What a sample of dates says about the order of day and month; the last four are questions for whoever imports. */
export type DateOrderFound = "ymd" | "dmy" | "mdy" | "ambiguous" | "contradicting" | "unreadable" | "none";

/**
 * The order of day and month in a column, when the sample leaves no doubt: a number above 12 stands where only a day can
 * be. Dates that start with the year decide nothing and disturb nothing.
 */
export function detectDateOrder(sample: readonly string[]): DateOrderFound {
  let withYear = 0;
  let open = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  let unreadable = 0;
  for (const text of sample) {
    const written = text.trim() === "" ? null : splitDate(text.trim());
    if (written === null) continue;
    if (written === undefined) unreadable += 1;
    else if (written.startsWithYear) withYear += 1;
    else if (written.parts[0] > 12 && written.parts[1] <= 12) dayFirst += 1;
    else if (written.parts[1] > 12 && written.parts[0] <= 12) monthFirst += 1;
    else open += 1;
  }
  if (dayFirst > 0 && monthFirst > 0) return "contradicting";
  if (dayFirst > 0) return "dmy";
  if (monthFirst > 0) return "mdy";
  if (open > 0) return "ambiguous";
  if (withYear > 0) return "ymd";
  return unreadable > 0 ? "unreadable" : "none";
}
