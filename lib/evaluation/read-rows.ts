import { access } from "node:fs/promises";
import { readSample } from "@/lib/csv/read-sample";
import { AppError } from "@/lib/errors";
import { compileMapping } from "@/lib/imports/compile-mapping";
import { decideReading } from "@/lib/imports/decide-reading";
import { describeUpload } from "@/lib/imports/describe-upload";
import type { ImportType } from "@/lib/imports/import-types";
import { RowFault } from "@/lib/imports/read-cell";
import { readFileRows } from "@/lib/imports/read-file-rows";
import type { RowReader } from "@/lib/imports/row-reader";
import type { ImportDetected, ImportReading } from "@/lib/schemas/import-detected";
import { importOptions } from "@/lib/schemas/import-options";

export interface RowSource<Row> {
  readonly path: string;
  readonly type: ImportType;
  /** Field to column; left out: as the columns are recognised. */
  readonly mapping?:
    | Readonly<Record<string, string>>
    | ((columns: readonly string[]) => Readonly<Record<string, string>>);
  readonly dateFormat?: string;
  readonly createReader: (mapping: ReturnType<typeof compileMapping>, reading: ImportReading) => RowReader<Row>;
}

/** The settings of a new organisation that decide how files are read. */
const NEW_ORGANISATION = { timeZone: "UTC", currency: "EUR" } as const;

/**
 * Reads a file the way the import does: the same detection, mapping, readers and refusals. Rows with faults are skipped.
 * @throws AppError not-found without the file; unprocessable for a mapping that does not fit
 */
export async function readRows<Row extends object>({
  path,
  type,
  mapping,
  dateFormat,
  createReader,
}: RowSource<Row>): Promise<readonly Row[]> {
  await access(path).catch(() => {
    throw new AppError("not-found", `There is no file ${path}.`);
  });
  const { detected } = await describeUpload(path, type);
  const columns = detected.columns.map(({ name }) => name);
  const given = typeof mapping === "function" ? mapping(columns) : mapping;
  const options = importOptions.parse({ mapping: given ?? suggestedMapping(detected), dateFormat });
  const compiled = compileMapping(type, options, detected);
  const { records } = await readSample(path, detected.encoding, () => detected);
  const sample = records.slice(detected.header ? 1 : 0).filter((record) => !record.fault);
  const readRow = createReader(compiled, decideReading(compiled, options, { sample, detected }, NEW_ORGANISATION));
  const rows: Row[] = [];
  for await (const batch of readFileRows(path, detected, 0)) {
    for (const record of batch.records) {
      if (record.fault) continue;
      const row = readRow(record.fields, rows.length);
      // A reader may give the same object again: what is kept is a copy.
      if (!(row instanceof RowFault)) rows.push({ ...row });
    }
  }
  return rows;
}

function suggestedMapping({ columns }: ImportDetected): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ name, suggestion }) => (suggestion ? [[suggestion, name]] : [])));
}
