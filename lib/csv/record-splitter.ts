import { splitPlainRecord } from "./split-plain-record";
import { splitQuotedRecord } from "./split-quoted-record";

/** What is wrong with the quoting or the length of a record. `field` is 0-based, `column` the 1-based place in the line. */
export type RecordFault = Readonly<{
  code: "stray-quote" | "unclosed-quote" | "record-too-long";
  field: number;
  column: number;
}>;

/** One record of the file and the line it starts on, counted from 1. A faulty one carries the text of its first line. */
export type CsvRecord = Readonly<{ line: number; fields: readonly string[]; fault?: RecordFault }>;

export type SplitterOptions = Readonly<{
  delimiter: string;
  /** Fields of a sound record, when known; tells a stray quote from a field that really is that long. */
  expectedFields?: number;
  maxRecordChars?: number;
}>;

/** Longest record in characters: bounds the memory that a quote without end can take. */
export const MAX_RECORD_CHARS = 1024 * 1024;
const SHOWN_CHARS = 2000;

/**
 * Splits text that arrives in pieces into CSV records (RFC 4180), whatever the line ends. A fault costs one record: after
 * a wrong quote the next line is read as a record of its own, so one bad quote never swallows the file. Blank records
 * are left out. Memory is bounded by the longest record and one piece.
 */
export class RecordSplitter {
  readonly #delimiter: string;
  readonly #expectedFields: number | undefined;
  readonly #maxChars: number;
  #rest = "";
  #line = 1;
  #heldCarriageReturn = false;
  #skipping: "nothing" | "line" | "quoted-field" = "nothing";

  constructor(options: SplitterOptions) {
    this.#delimiter = options.delimiter;
    this.#expectedFields = options.expectedFields;
    this.#maxChars = options.maxRecordChars ?? MAX_RECORD_CHARS;
  }

  /** The records that are complete with this piece of text. */
  push(piece: string): CsvRecord[] {
    return this.#split(this.#unifyLineEnds(piece), false);
  }

  /** The records that the end of the file completes. */
  end(): CsvRecord[] {
    const tail = this.#heldCarriageReturn ? "\n" : "";
    this.#heldCarriageReturn = false;
    const isOpen = this.#rest !== "" && !this.#rest.endsWith("\n") && tail === "";
    return this.#split(isOpen ? "\n" : tail, true);
  }

  /** CRLF, CR and LF all become LF, also where the two halves of a CRLF arrive apart. */
  #unifyLineEnds(piece: string): string {
    let text = this.#heldCarriageReturn ? `\r${piece}` : piece;
    this.#heldCarriageReturn = text.endsWith("\r");
    if (this.#heldCarriageReturn) text = text.slice(0, -1);
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  }

  #split(piece: string, isLast: boolean): CsvRecord[] {
    const text = this.#skipping === "nothing" ? this.#rest + piece : this.#skip(this.#rest + piece, isLast);
    if (this.#skipping !== "nothing") return [];
    const records: CsvRecord[] = [];
    let at = 0;
    let quoteAt = text.indexOf('"');
    for (let lineEnd = text.indexOf("\n"); lineEnd !== -1; lineEnd = text.indexOf("\n", at)) {
      if (quoteAt !== -1 && quoteAt < at) quoteAt = text.indexOf('"', at);
      if (quoteAt === -1 || quoteAt > lineEnd) {
        this.#addPlain(records, text, at, lineEnd);
        at = lineEnd + 1;
        continue;
      }
      const next = this.#addQuoted(records, text, at, lineEnd, isLast);
      if (next === "incomplete") break;
      at = next;
      if (this.#skipping !== "nothing") {
        this.#rest = "";
        const remaining = this.#skip(text.slice(at), isLast);
        return this.#skipping === "nothing" ? records.concat(this.#split(remaining, isLast)) : records;
      }
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > this.#maxChars && !this.#rest.includes("\n")) {
      records.push(
        this.#faulty(this.#rest, { code: "record-too-long", field: this.#lastField(this.#rest), column: 1 }),
      );
      this.#skipping = "line";
      this.#rest = "";
    }
    return records;
  }

  #addPlain(records: CsvRecord[], text: string, at: number, lineEnd: number): void {
    if (lineEnd - at > this.#maxChars) {
      const line = text.slice(at, lineEnd);
      records.push(this.#faulty(line, { code: "record-too-long", field: this.#lastField(line), column: 1 }));
    } else if (lineEnd > at) {
      this.#addUnlessBlank(records, splitPlainRecord(text, at, lineEnd, this.#delimiter));
    }
    this.#line += 1;
  }

  /** Where the next record starts, or "incomplete" when more text is needed to tell. */
  #addQuoted(records: CsvRecord[], text: string, at: number, lineEnd: number, isLast: boolean): number | "incomplete" {
    const result = splitQuotedRecord(text, at, this.#delimiter);
    if (result.state === "complete" && result.next - at <= this.#maxChars) {
      this.#addUnlessBlank(records, result.fields);
      this.#line += result.lines;
      return result.next;
    }
    const isTooLong = text.length - at > this.#maxChars;
    if (result.state === "incomplete" && !isLast && !isTooLong) return "incomplete";
    const firstLine = text.slice(at, lineEnd);
    const code = this.#faultCode(result.state, firstLine, text.slice(lineEnd + 1));
    const column = result.state === "complete" ? 1 : result.at - at + 1;
    records.push(this.#faulty(firstLine, { code, field: result.field, column }));
    if (code === "record-too-long" && result.state === "incomplete" && firstLine.length <= this.#maxChars) {
      this.#skipping = "quoted-field";
      return result.at + 1;
    }
    if (result.state === "complete") {
      this.#line += result.lines;
      return result.next;
    }
    this.#line += 1;
    return lineEnd + 1;
  }

  #faultCode(state: "complete" | "incomplete" | "stray", firstLine: string, following: string): RecordFault["code"] {
    if (state === "stray") return "stray-quote";
    if (state === "complete" || firstLine.length > this.#maxChars) return "record-too-long";
    return this.#looksLikeRecords(following) ? "unclosed-quote" : "record-too-long";
  }

  /** Whether the lines after an open quote are records themselves, or the text of one very long field. */
  #looksLikeRecords(following: string): boolean {
    if (following.length < this.#maxChars / 2 || !this.#expectedFields || this.#expectedFields < 2) return true;
    const lines = following
      .slice(0, 64 * 1024)
      .split("\n")
      .slice(0, -1);
    const sound = lines.filter((line) => line.split(this.#delimiter).length === this.#expectedFields);
    return sound.length * 2 > lines.length;
  }

  /** Drops text up to the end of what is skipped; returns what comes after it. */
  #skip(text: string, isLast: boolean): string {
    let at = 0;
    if (this.#skipping === "quoted-field") {
      const close = this.#closingQuote(text, isLast);
      this.#line += countLineEnds(text, 0, close.at);
      if (!close.isFound) {
        this.#rest = text.slice(close.at);
        return "";
      }
      at = close.at;
      this.#skipping = "line";
    }
    const lineEnd = text.indexOf("\n", at);
    this.#rest = "";
    if (lineEnd === -1) return "";
    this.#line += 1;
    this.#skipping = "nothing";
    return text.slice(lineEnd + 1);
  }

  #closingQuote(text: string, isLast: boolean): { at: number; isFound: boolean } {
    for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', quote + 2)) {
      if (quote === text.length - 1 && !isLast) return { at: quote, isFound: false };
      if (text[quote + 1] !== '"') return { at: quote + 1, isFound: true };
    }
    return { at: text.length, isFound: false };
  }

  #addUnlessBlank(records: CsvRecord[], fields: string[]): void {
    if ((fields[0] ?? "").trim() === "" && fields.every((field) => field.trim() === "")) return;
    records.push({ line: this.#line, fields });
  }

  #faulty(text: string, fault: RecordFault): CsvRecord {
    return { line: this.#line, fields: text.slice(0, SHOWN_CHARS).split(this.#delimiter), fault };
  }

  #lastField(text: string): number {
    return text.slice(0, this.#maxChars).split(this.#delimiter).length - 1;
  }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
