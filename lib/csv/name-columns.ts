import { cleanText } from "./clean-text";
import { splitDate } from "./date-shape";
import type { CsvRecord } from "./record-splitter";
import { fromSpreadsheetSafe } from "./spreadsheet-safe";

const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;
const MAX_NAME_CHARS = 200;

/** A column by a name that no other column of the file has, and what was wrong with the name it came with. */
export type ColumnName = Readonly<{ name: string; problem: "blank-name" | "duplicate-name" | null }>;

/**
 * Names the columns after the first record, or `column 1`, `column 2` … when that record holds values rather than names:
 * a number or a date is no name. Columns that share a name become `name (1)`, `name (2)`.
 * @param given whether the first record holds names, when someone has said so
 */
export function nameColumns(
  records: readonly CsvRecord[],
  given?: boolean,
): { header: boolean; columns: ColumnName[] } {
  const first =
    records[0]?.fields.map((field) => cleanText(fromSpreadsheetSafe(field))?.slice(0, MAX_NAME_CHARS) ?? "") ?? [];
  const header = given ?? !first.some((field) => NUMBER.test(field) || splitDate(field) !== undefined);
  const width = trimmedWidth(first, records);
  if (!header) {
    return {
      header,
      columns: first.slice(0, width).map((_, index) => ({ name: `column ${index + 1}`, problem: null })),
    };
  }
  return { header, columns: uniqueNames(first.slice(0, width)) };
}

/** Without the last column when it has neither a name nor, in any row, a value: a delimiter at the end of each line. */
function trimmedWidth(first: readonly string[], records: readonly CsvRecord[]): number {
  const last = first.length - 1;
  const isEmpty =
    last > 0 && first[last] === "" && records.every((record) => (record.fields[last] ?? "").trim() === "");
  return isEmpty ? last : first.length;
}

function uniqueNames(names: readonly string[]): ColumnName[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set(names);
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    if (name === "") return { name: untaken(`column ${index + 1}`, taken), problem: "blank-name" };
    if (counts.get(name) === 1) return { name, problem: null };
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return { name: untaken(`${name} (${number})`, taken), problem: "duplicate-name" };
  });
}

function untaken(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free = `${free}'`;
  taken.add(free);
  return free;
}
