import { storableText } from "@/lib/csv/clean-text";
import { type FileInspection, type GivenDialect, inspectFile } from "@/lib/csv/inspect-file";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { ImportType } from "./import-types";
import { suggestFields } from "./suggest-fields";
import { suggestType } from "./suggest-type";

const SAMPLES = 3;
const SAMPLE_CHARS = 80;
const LOOKED_AT = 200;

/** What a file holds, and what was found in it. */
export type Description = Readonly<{ type: ImportType; detected: ImportDetected }>;

/**
 * What is in an uploaded file: how it is written, its columns with samples, and what each column probably is.
 * @param type what it holds; when nobody said, what it most probably holds by its columns
 */
export async function describeUpload(path: string, type?: ImportType, given: GivenDialect = {}): Promise<Description> {
  const file = await inspectFile(path, given);
  const columns = file.columns.map(({ name, problem }, index) => ({ name, problem, samples: samplesOf(file, index) }));
  const likely = type ?? suggestType(columns);
  const suggestions = suggestFields(likely, columns);
  const detected = {
    encoding: file.encoding,
    delimiter: file.delimiter,
    header: file.header,
    hasSepLine: file.hasSepLine,
    isPacked: file.isPacked,
    columns: columns.map((column, index) => ({ ...column, suggestion: suggestions[index] ?? null })),
  };
  return { type: likely, detected };
}

/** The first few different values of a column. */
function samplesOf({ sample }: FileInspection, index: number): string[] {
  const samples = new Set<string>();
  for (const record of sample.slice(0, LOOKED_AT)) {
    const text = storableText((record.fields[index] ?? "").trim(), SAMPLE_CHARS);
    if (text !== "") samples.add(text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
