import type { DelimiterFound } from "./detect-delimiter";
import type { Encoding } from "./encodings";
import { openFileBytes } from "./open-file-bytes";
import { type CsvRecord, MAX_RECORD_CHARS, RecordSplitter } from "./record-splitter";
import { createDecoder } from "./text-decoder";

const SAMPLE_CHARS = 1024 * 1024;
const SAMPLE_RECORDS = 2000;
const DELIMITER_CHARS = 64 * 1024;

export type FileSample = DelimiterFound & Readonly<{ records: readonly CsvRecord[] }>;

/** The first records of a file, at most 2,000 or a megabyte, split by the delimiter that its first lines show. */
export async function readSample(
  path: string,
  encoding: Encoding,
  findDelimiter: (text: string) => DelimiterFound,
): Promise<FileSample> {
  const { text, isWhole } = await readText(path, encoding);
  const found = findDelimiter(text.slice(0, DELIMITER_CHARS));
  const splitter = new RecordSplitter(found);
  const complete = splitter.push(text);
  const all = isWhole || complete.length === 0 ? [...complete, ...splitter.end()] : complete;
  return { ...found, records: all.slice(found.hasSepLine ? 1 : 0, SAMPLE_RECORDS) };
}

/** A little more than the longest record, so that a first line without end is seen as such. */
async function readText(path: string, encoding: Encoding): Promise<{ text: string; isWhole: boolean }> {
  const decoder = createDecoder(encoding);
  const { pieces } = await openFileBytes(path);
  let text = "";
  for await (const piece of pieces) {
    text += decoder.write(piece);
    if (text.length > Math.max(SAMPLE_CHARS, MAX_RECORD_CHARS + 1)) return { text, isWhole: false };
  }
  return { text: text + decoder.end(), isWhole: true };
}
