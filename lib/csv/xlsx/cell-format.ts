/** What the look of a cell says about the number in it. `zeros`: an id that is shown with leading zeros. */
export type CellFormat = "plain" | "date" | "date-time" | "time" | Readonly<{ zeros: number }>;

const DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, ...range(27, 36), ...range(50, 58)]);
const TIMES: ReadonlySet<number> = new Set([18, 19, 20, 21, 45, 47]);
const DATE_TIME = 22;

/** The format behind a number format of a workbook: a built-in one by its id (ECMA-376, 18.8.30), another by its code. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code !== undefined) return formatOfCode(code);
  if (DATES.has(id)) return "date";
  if (TIMES.has(id)) return "time";
  return id === DATE_TIME ? "date-time" : "plain";
}

function formatOfCode(code: string): CellFormat {
  const [first = ""] = code.split(";");
  const zeros = /^0{2,20}$/.exec(first)?.[0];
  if (zeros) return { zeros: zeros.length };
  // Durations such as [h]:mm are amounts and no time of day.
  if (/\[[hms]+\]/i.test(first)) return "plain";
  const signs = first.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, "").toLowerCase();
  if (/general|[#?]/.test(signs)) return "plain";
  const hasTime = /[hs]/.test(signs);
  const hasDate = /[yd]/.test(signs) || (signs.includes("m") && !hasTime);
  if (hasDate) return hasTime ? "date-time" : "date";
  return hasTime ? "time" : "plain";
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
