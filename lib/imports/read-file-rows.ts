import { readRecords } from "@/lib/csv/read-records";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import { splitRecord } from "./split-record";

/** Rows of a file as they are read, and how many of its bytes that took. */
export type FileRows = Readonly<{ records: readonly CsvRecord[]; bytesRead: number }>;

/**
 * The rows of a file in order, without what stands above them.
 * @param skippedRows rows that are read over: those that an interrupted import has stored
 */
export async function* readFileRows(
  path: string,
  detected: ImportDetected,
  skippedRows: number,
): AsyncGenerator<FileRows> {
  const dialect = { ...detected, expectedFields: detected.split?.width ?? detected.columns.length };
  let above = (detected.hasSepLine ? 1 : 0) + (detected.header ? 1 : 0);
  let toSkip = skippedRows;
  for await (const batch of readRecords(path, dialect)) {
    const isAbove = Math.min(above, batch.records.length);
    above -= isAbove;
    const below = isAbove === 0 ? batch.records : batch.records.slice(isAbove);
    const { split } = detected;
    const records = split ? below.flatMap((record) => splitRecord(record, split)) : below;
    const skipped = Math.min(toSkip, records.length);
    toSkip -= skipped;
    yield { records: skipped === 0 ? records : records.slice(skipped), bytesRead: batch.bytesRead };
  }
}
