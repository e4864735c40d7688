import type { Encoding } from "./encodings";
import { openFileBytes } from "./open-file-bytes";
import { type CsvRecord, RecordSplitter } from "./record-splitter";
import { createDecoder } from "./text-decoder";

/** What must be known of a file to read it. */
export type CsvDialect = Readonly<{ encoding: Encoding; delimiter: string; expectedFields?: number }>;

/** Records in file order, and how many bytes of the stored file were read to get there. */
export type RecordBatch = Readonly<{ records: readonly CsvRecord[]; bytesRead: number }>;

/** Reads a file record by record at flat memory. Breaking off the iteration closes the file. */
export async function* readRecords(path: string, dialect: CsvDialect): AsyncGenerator<RecordBatch> {
  const decoder = createDecoder(dialect.encoding);
  const splitter = new RecordSplitter(dialect);
  const { pieces, bytesRead } = await openFileBytes(path);
  for await (const piece of pieces) {
    yield { records: splitter.push(decoder.write(piece)), bytesRead: bytesRead() };
  }
  const last = [...splitter.push(decoder.end()), ...splitter.end()];
  yield { records: last, bytesRead: bytesRead() };
}
