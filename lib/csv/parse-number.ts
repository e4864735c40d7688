import { readDecimal } from "./read-decimal";

/** Which sign stands before the decimals. "undecided": nothing in the file tells, so only `1234` and `12.5` are read. */
export const NUMBER_FORMATS = ["point", "comma", "undecided"] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

export type NumberFault = Readonly<{
  code: "not-a-number" | "ambiguous-number" | "number-out-of-range";
  message: string;
}>;

/** Beyond this a double no longer tells every hundredth apart. */
const MAX_MAGNITUDE = 1e15;

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const GROUPED_WITH_POINT = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN_WITH_COMMA = /^[+-]?\d+(?:,\d*)?$/;
const TWO_READINGS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const GROUPED_WITH_COMMA = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/**
 * Reads a number strictly: no currency, percent or brackets, no NaN or infinity, digits 0 to 9 only, thousands grouped by
 * three or not at all.
 * @param text without white space around it
 */
export function parseNumber(text: string, format: NumberFormat): number | NumberFault {
  const decimal = format === "point" ? readDecimal(text) : undefined;
  if (decimal !== undefined) return decimal;
  const plain = toPlain(text, format);
  if (plain === undefined) return unreadable(text, format);
  const value = Number(plain);
  if (Math.abs(value) >= MAX_MAGNITUDE) {
    return {
      code: "number-out-of-range",
      message: `“${shown(text)}” is too large: numbers go up to 10 to the power of 15.`,
    };
  }
  return value === 0 ? 0 : value;
}

function toPlain(text: string, format: NumberFormat): string | undefined {
  if (format === "comma") {
    if (PLAIN_WITH_COMMA.test(text)) return text.replace(",", ".");
    return GROUPED_WITH_COMMA.test(text) ? text.replaceAll(".", "").replace(",", ".") : undefined;
  }
  if (format === "undecided" && TWO_READINGS.test(text)) return undefined;
  if (PLAIN.test(text)) return text;
  return format === "point" && GROUPED_WITH_POINT.test(text) ? text.replaceAll(",", "") : undefined;
}

function unreadable(text: string, format: NumberFormat): NumberFault {
  if (
    format === "undecided" &&
    (TWO_READINGS.test(text) || PLAIN_WITH_COMMA.test(text) || GROUPED_WITH_POINT.test(text))
  ) {
    const message = `“${shown(text)}” can be read in two ways. Say numberFormat “point” (1,234.56) or “comma” (1.234,56).`;
    return { code: "ambiguous-number", message };
  }
  const example = format === "comma" ? "1234,56" : "1234.56";
  return { code: "not-a-number", message: `“${shown(text)}” is not a number such as ${example}.` };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
