import { storableText } from "@/lib/csv/clean-text";
import type { CsvRecord, RecordFault } from "@/lib/csv/record-splitter";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { RowFault } from "./read-cell";

/** A row that was refused, as it stood in the file, and why. `row` counts rows from 1, `line` lines. */
export type Reject = Readonly<{
  row: number;
  line: number;
  column: string;
  code: string;
  message: string;
  fields: readonly string[];
}>;

const SHOWN_FIELD_CHARS = 10_000;
const SHOWN_CHARS = 50_000;

/** @param fault what is wrong, under the name of the column */
export function rejectOf(record: CsvRecord, row: number, fault: Pick<RowFault, "column" | "code" | "message">): Reject {
  let left = SHOWN_CHARS;
  const fields = record.fields.map((field) => {
    const shown = storableText(field, Math.min(SHOWN_FIELD_CHARS, left));
    left -= shown.length;
    return shown;
  });
  const message = storableText(fault.message, 500);
  return { row, line: record.line, column: fault.column, code: fault.code, message, fields };
}

/** What is wrong with the shape of a record, or undefined. Blank fields beyond the header are tolerated. */
export function shapeFault(
  record: CsvRecord,
  { columns, split }: ImportDetected,
): Pick<RowFault, "column" | "code" | "message"> | undefined {
  const { fields, fault } = record;
  if (fault)
    return {
      column: columns[fault.field]?.name ?? `column ${fault.field + 1}`,
      code: fault.code,
      message: faultMessage(fault),
    };
  if (fields.length === columns.length) return undefined;
  const width = split?.width ?? columns.length;
  if (fields.length < width) {
    const message = `This row has ${fields.length} fields and the header ${width}.`;
    return { column: columns[fields.length]?.name ?? "", code: "too-few-fields", message };
  }
  const surplus = fields.findIndex((field, index) => index >= width && field.trim() !== "");
  if (surplus === -1) return undefined;
  const message = `This row has ${fields.length} fields and the header ${width}. Is there a delimiter in a value without quotes?`;
  return { column: `column ${surplus + 1}`, code: "too-many-fields", message };
}

function faultMessage({ code, column }: RecordFault): string {
  switch (code) {
    case "stray-quote":
      return `There is a quote at character ${column} where none may stand. Quotes inside a value are doubled, and the value is quoted.`;
    case "unclosed-quote":
      return `The quote at character ${column} is never closed.`;
    case "record-too-long":
      return "This row is longer than 1,048,576 characters.";
  }
}
