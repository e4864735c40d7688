import { cleanText } from "@/lib/csv/clean-text";
import { fromSpreadsheetSafe } from "@/lib/csv/spreadsheet-safe";
import type { CompiledSource } from "./compile-mapping";

/** Why a row is refused before it is looked up: `column` is the name in the file. */
export class RowFault {
  constructor(
    readonly column: string,
    readonly code: string,
    readonly message: string,
  ) {}
}

/** The cleaned text of a field, "" where nothing is mapped. */
export function readCell(fields: readonly string[], source: CompiledSource | undefined): string | RowFault {
  if (!source) return "";
  const raw = source.index === -1 ? source.constant : (fields[source.index] ?? "");
  if (raw === "") return "";
  return cleanText(fromSpreadsheetSafe(raw)) ?? badText(source, raw);
}

/** As readCell, for a field that must be there and that is at most so long. */
export function readName(fields: readonly string[], source: CompiledSource, maxChars: number): string | RowFault {
  const text = readCell(fields, source);
  if (text instanceof RowFault) return text;
  if (text === "") return new RowFault(source.name, "blank", `“${source.name}” is blank.`);
  return text.length > maxChars ? tooLong(source, text, maxChars) : text;
}

export function tooLong(source: CompiledSource, text: string, maxChars: number): RowFault {
  const message = `“${source.name}” has ${text.length.toLocaleString("en")} characters; ${maxChars.toLocaleString("en")} are kept.`;
  return new RowFault(source.name, "too-long", message);
}

/** Puts a fault of a value under the name of its column. */
export function faultIn(source: CompiledSource, fault: Readonly<{ code: string; message: string }>): RowFault {
  return new RowFault(source.name, fault.code, fault.message);
}

function badText(source: CompiledSource, raw: string): RowFault {
  if (raw.includes("\0"))
    return new RowFault(source.name, "nul-character", `“${source.name}” has a zero character in it.`);
  const message = `“${source.name}” has bytes in it that are no characters in this file's encoding.`;
  return new RowFault(source.name, "invalid-encoding", message);
}
