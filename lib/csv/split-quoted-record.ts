/**
 * A record with quotes in it: whole, cut off by the end of the text while a quote is open (`at` is that quote), or with a
 * quote where none may stand (`at` is that quote). `field` is the 0-based field it happened in.
 */
export type QuotedRecord =
  | Readonly<{ state: "complete"; fields: string[]; next: number; lines: number; field: number }>
  | Readonly<{ state: "incomplete" | "stray"; at: number; field: number }>;

/**
 * Splits the record that starts at `start`. Spaces around a quoted field are tolerated; a quote inside an unquoted field,
 * or text after a closing quote, is not.
 * @param text with LF as its only line end
 */
export function splitQuotedRecord(text: string, start: number, delimiter: string): QuotedRecord {
  const fields: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const open = skipSpaces(text, at, delimiter);
    const field = text[open] === '"' ? readQuoted(text, open, delimiter) : readPlain(text, at, delimiter);
    if ("fault" in field) return { state: field.fault, at: field.at, field: fields.length };
    fields.push(field.value);
    lines += field.lines;
    if (text[field.end] === "\n")
      return { state: "complete", fields, next: field.end + 1, lines, field: fields.length - 1 };
    at = field.end + 1;
  }
}

type Field =
  | Readonly<{ value: string; end: number; lines: number }>
  | Readonly<{ fault: "incomplete" | "stray"; at: number }>;

/** `end` is the delimiter or line end behind the field. */
function readQuoted(text: string, open: number, delimiter: string): Field {
  let value = "";
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { fault: "incomplete", at: open };
    if (text[quote + 1] === '"') {
      value += text.slice(from, quote + 1);
      from = quote + 2;
      continue;
    }
    value += text.slice(from, quote);
    const end = skipSpaces(text, quote + 1, delimiter);
    if (end >= text.length) return { fault: "incomplete", at: open };
    if (text[end] !== delimiter && text[end] !== "\n") return { fault: "stray", at: quote };
    return { value, end, lines: value.includes("\n") ? value.split("\n").length - 1 : 0 };
  }
}

function readPlain(text: string, at: number, delimiter: string): Field {
  for (let end = at; end < text.length; end++) {
    const char = text[end];
    if (char === '"') return { fault: "stray", at: end };
    if (char === delimiter || char === "\n") return { value: text.slice(at, end), end, lines: 0 };
  }
  return { fault: "incomplete", at };
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] === " " || (text[at] === "\t" && delimiter !== "\t")) at += 1;
  return at;
}
