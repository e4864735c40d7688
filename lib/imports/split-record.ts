import type { CsvRecord } from "@/lib/csv/record-splitter";
import type { ImportDetected } from "@/lib/schemas/import-detected";

type Split = NonNullable<ImportDetected["split"]>;

const ZERO = /^[+-]?0+(?:[.,]0*)?$/;

/**
 * A row of a wide table as rows of a long one: one for each column that is taken apart whose cell is not blank, with the
 * name of the column and its cell behind the fields of the row. A row that is not whole stays one, to be refused.
 */
export function splitRecord(record: CsvRecord, { width, columns, keepsZeros }: Split): CsvRecord[] {
  const fields = record.fields.length > width ? withoutBlankEnd(record.fields, width) : record.fields;
  if (record.fault || fields.length < width) return [record];
  // One field more than a sound row has after the split, so that it is not taken for one.
  if (fields.length > width) return [{ ...record, fields: fields.length === width + 2 ? [...fields, ""] : fields }];
  return columns.flatMap(({ index, name }) => {
    const cell = (fields[index] ?? "").trim();
    if (cell === "" || (!keepsZeros && ZERO.test(cell))) return [];
    return [{ line: record.line, fields: [...fields, name, cell] }];
  });
}

function withoutBlankEnd(fields: readonly string[], width: number): readonly string[] {
  return fields.slice(width).every((field) => field.trim() === "") ? fields.slice(0, width) : fields;
}
