import { access } from "node:fs/promises";
import { readSample } from "@/lib/csv/read-sample";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import { AppError } from "@/lib/errors";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import { splitRecord } from "./split-record";

/**
 * Sound rows from the start of an import's file, taken apart where it is to be.
 * @throws AppError not-found when the file is no longer there
 */
export async function readImportSample(path: string, detected: ImportDetected): Promise<CsvRecord[]> {
  await access(path).catch(() => {
    throw new AppError("not-found", "The file of this import is no longer there. Upload it again.");
  });
  const { records } = await readSample(path, detected.encoding, () => ({
    delimiter: detected.delimiter,
    hasSepLine: detected.hasSepLine,
  }));
  const { split } = detected;
  const width = split?.width ?? detected.columns.length;
  const rows = (detected.header ? records.slice(1) : records).filter(
    (record) => !record.fault && record.fields.length >= width,
  );
  return split ? rows.flatMap((record) => splitRecord(record, split)) : rows;
}
