import { isWellFormed, toWellFormed } from "./well-formed";

const SPACE = 32;
const LAST_PRINTABLE = 126;

/**
 * Text as it is kept: in Unicode normal form C and without white space around it, so that two ways of typing an id are
 * one id; upper and lower case and leading zeros stay.
 * @returns undefined for text that holds U+0000, half a surrogate pair or a character that could not be decoded
 */
export function cleanText(text: string): string | undefined {
  if (isPlain(text)) return text;
  if (text.includes("\0") || text.includes("\uFFFD") || !isWellFormed(text)) return undefined;
  return text.normalize("NFC").trim();
}

/** Printable ASCII without a space at either end, as nearly all cells are; a loop is half the cost of a pattern. */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > LAST_PRINTABLE) return false;
  }
  return last >= 0 && text.charCodeAt(0) !== SPACE && text.charCodeAt(last) !== SPACE;
}

/** Text that PostgreSQL takes whatever was in it; for showing what was refused. */
export function storableText(text: string, maxChars: number): string {
  return toWellFormed(text.slice(0, maxChars)).replaceAll("\0", "\u2400");
}
