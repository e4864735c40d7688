import { storableText } from "@/lib/csv/clean-text";
import { type FileInspection, inspectFile } from "@/lib/csv/inspect-file";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { ImportType } from "./import-types";
import { suggestFields } from "./suggest-fields";

const SAMPLES = 3;
const SAMPLE_CHARS = 80;
const LOOKED_AT = 200;

/** What is in an uploaded file: how it is written, its columns with samples, and what each column probably is. */
export async function describeUpload(path: string, type: ImportType): Promise<ImportDetected> {
  const file = await inspectFile(path);
  const columns = file.columns.map(({ name, problem }, index) => ({ name, problem, samples: samplesOf(file, index) }));
  const suggestions = suggestFields(type, columns);
  return {
    encoding: file.encoding,
    delimiter: file.delimiter,
    header: file.header,
    hasSepLine: file.hasSepLine,
    isPacked: file.isPacked,
    columns: columns.map((column, index) => ({ ...column, suggestion: suggestions[index] ?? null })),
  };
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
