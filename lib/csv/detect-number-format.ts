import type { NumberFormat } from "./parse-number";

const DECIDES_POINT = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d*\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d+|0\.\d+)(?:[eE][+-]?\d+)?$/;
const DECIDES_COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d*,(?:\d{1,2}|\d{4,})|\d{4,},\d+|0,\d+)$/;
const THOUSANDS_OR_DECIMALS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** What a sample says; "ambiguous" and "contradicting" are questions for whoever imports. */
export type NumberFormatFound = NumberFormat | "ambiguous" | "contradicting";

/**
 * The number format of a column by a sample of it: "point" or "comma" when some numbers can be read one way only and none
 * the other way only. `1.234` alone is read with a point, as programs write it, unless the file has semicolons between its
 * fields, as programs write that use decimal commas: then it is ambiguous. "undecided": no number has either sign.
 */
export function detectNumberFormat(sample: readonly string[], delimiter: string): NumberFormatFound {
  const texts = sample.map((text) => text.trim());
  const isPoint = texts.some((text) => DECIDES_POINT.test(text));
  const isComma = texts.some((text) => DECIDES_COMMA.test(text));
  if (isPoint && isComma) return "contradicting";
  if (isPoint) return "point";
  if (isComma) return "comma";
  const open = texts.filter((text) => THOUSANDS_OR_DECIMALS.test(text));
  if (open.length === 0) return "undecided";
  return delimiter === ";" || open.some((text) => text.includes(",")) ? "ambiguous" : "point";
}
