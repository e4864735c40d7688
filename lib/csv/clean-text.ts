import { isWellFormed, toWellFormed } from "./well-formed";

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * Text as it is kept: in Unicode normal form C and without white space around it, so that two ways of typing an id are
 * one id; upper and lower case and leading zeros stay.
 * @returns undefined for text that holds U+0000, half a surrogate pair or a character that could not be decoded
 */
export function cleanText(text: string): string | undefined {
  if (PLAIN.test(text)) return text;
  if (text.includes("\0") || text.includes("\uFFFD") || !isWellFormed(text)) return undefined;
  return text.normalize("NFC").trim();
}

/** Text that PostgreSQL takes whatever was in it; for showing what was refused. */
export function storableText(text: string, maxChars: number): string {
  return toWellFormed(text.slice(0, maxChars)).replaceAll("\0", "\u2400");
}
