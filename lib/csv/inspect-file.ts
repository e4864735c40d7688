import { AppError } from "@/lib/errors";
import { MAX_COLUMNS } from "./column-limit";
import { detectDelimiter } from "./detect-delimiter";
import { EncodingScan } from "./encoding-scan";
import type { Encoding } from "./encodings";
import { foreignFileType, isGzip } from "./file-signature";
import { type ColumnName, nameColumns } from "./name-columns";
import { openFileBytes, readHead } from "./open-file-bytes";
import { readSample } from "./read-sample";
import type { CsvRecord } from "./record-splitter";

const HEAD_BYTES = 4096;

/** How a file is written, the names of its columns and its first rows. */
export type FileInspection = Readonly<{
  encoding: Encoding;
  delimiter: string;
  hasSepLine: boolean;
  isPacked: boolean;
  header: boolean;
  columns: readonly ColumnName[];
  /** Sound rows from the start of the file, without the header. */
  sample: readonly CsvRecord[];
}>;

/** What a person said about a file; it is not looked for then. */
export type GivenDialect = Readonly<{ encoding?: Encoding; delimiter?: string; header?: boolean }>;

/**
 * Finds out how a file is written. Reads all of it once for the encoding, and its start for the rest.
 * @throws AppError unsupported-type for what is not text, unprocessable for a file without rows or with a broken header
 */
export async function inspectFile(path: string, given: GivenDialect = {}): Promise<FileInspection> {
  const isPacked = isGzip(await readHead(path, HEAD_BYTES));
  const encoding = given.encoding ?? (await scanEncoding(path));
  const { delimiter, hasSepLine, records } = await readSample(path, encoding, (text) => {
    const found = detectDelimiter(text);
    return given.delimiter === undefined ? found : { ...found, delimiter: given.delimiter };
  });
  const [first] = records;
  if (!first)
    throw new AppError("unprocessable", "This file is empty.", {
      issues: [emptyIssue("This file is empty: there is no row in it.")],
    });
  refuseBrokenHeader(first);
  const { header, columns } = nameColumns(records.filter((record) => !record.fault).slice(0, 100), given.header);
  const rows = header ? records.slice(1) : records;
  if (rows.length === 0) {
    const message = "This file has a header and no rows.";
    throw new AppError("unprocessable", message, {
      issues: [emptyIssue("This file has a header in line 1 and no rows below it.")],
    });
  }
  const sample = rows.filter((record) => !record.fault && record.fields.length >= columns.length);
  return { encoding, delimiter, hasSepLine, isPacked, header, columns, sample };
}

async function scanEncoding(path: string): Promise<Encoding> {
  const scan = new EncodingScan();
  const { pieces } = await openFileBytes(path);
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) refuseForeign(piece);
    isFirst = false;
    scan.push(piece);
  }
  const encoding = scan.result();
  if (encoding) return encoding;
  throw new AppError("unsupported-type", "This is not a text file: there are zero bytes in it. Send it as CSV.");
}

function refuseForeign(head: Buffer): void {
  const type = foreignFileType(head);
  if (type)
    throw new AppError("unsupported-type", `This file is ${type}, not a CSV file. Export the sheet as CSV first.`);
}

function refuseBrokenHeader(first: CsvRecord): void {
  if (first.fault) {
    const message = `The first line cannot be read as a header: ${first.fault.code} in line ${first.line}, column ${first.fault.field + 1}.`;
    throw new AppError("unprocessable", message, {
      issues: [{ path: "header", row: 0, code: first.fault.code, message }],
    });
  }
  if (first.fields.length > MAX_COLUMNS) {
    const message = `This file has ${first.fields.length.toLocaleString("en")} columns; ${MAX_COLUMNS.toLocaleString("en")} can be read.`;
    throw new AppError("unprocessable", message, {
      issues: [{ path: "header", row: 0, code: "too-many-columns", message }],
    });
  }
}

function emptyIssue(message: string) {
  return { path: "file", code: "empty-file", message };
}
