import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/csv/clean-text";
import { detectNumberFormat } from "@/lib/csv/detect-number-format";
import { parseNumber } from "@/lib/csv/parse-number";
import { fromSpreadsheetSafe, spreadsheetSafe } from "@/lib/csv/spreadsheet-safe";
import { toMinorUnits } from "@/lib/customers/upsert-money";

describe("parseNumber", () => {
  it.each([
    ["1234.56", "point", 1234.56],
    ["1,234.56", "point", 1234.56],
    ["1,234,567", "point", 1_234_567],
    ["-12", "point", -12],
    ["+7", "point", 7],
    ["-0", "point", 0],
    [".5", "point", 0.5],
    ["1e-05", "point", 0.00001],
    ["1.234,56", "comma", 1234.56],
    ["1234,5", "comma", 1234.5],
    ["1.234", "comma", 1234],
    ["12.5", "undecided", 12.5],
    ["1234", "undecided", 1234],
  ] as const)("reads %s with a %s as %d", (text, format, expected) => {
    expect(parseNumber(text, format)).toBe(expected);
  });

  it.each([
    ["NaN", "point", "not-a-number"],
    ["Infinity", "point", "not-a-number"],
    ["1e309", "point", "number-out-of-range"],
    ["9".repeat(30), "point", "number-out-of-range"],
    ["٣", "point", "not-a-number"],
    ["€5", "point", "not-a-number"],
    ["5%", "point", "not-a-number"],
    ["(5)", "point", "not-a-number"],
    ["1 000", "point", "not-a-number"],
    ["0x10", "point", "not-a-number"],
    ["12,34.5", "point", "not-a-number"],
    ["1,5", "point", "not-a-number"],
    ["1,234.5", "comma", "not-a-number"],
    ["1,234", "undecided", "ambiguous-number"],
    ["1.234", "undecided", "ambiguous-number"],
    ["1,5", "undecided", "ambiguous-number"],
    ["1--2", "point", "not-a-number"],
  ] as const)("refuses %s with a %s as %s", (text, format, code) => {
    expect(parseNumber(text, format)).toMatchObject({ code });
  });
});

describe("detectNumberFormat", () => {
  it.each([
    [["505.3", "12"], ",", "point"],
    [["1,234.56"], ";", "point"],
    [["12,5", "3"], ";", "comma"],
    [["1.234,56"], ";", "comma"],
    [["1", "2", ""], ",", "undecided"],
    [["1.234", "2.500"], ",", "point"],
    [["1.234", "2.500"], ";", "ambiguous"],
    [["1,234"], ",", "ambiguous"],
    [["1.5", "1,5"], ";", "contradicting"],
  ] as const)("says of %j between “%s” that it is %s", (sample, delimiter, expected) => {
    expect(detectNumberFormat(sample, delimiter)).toBe(expected);
  });
});

describe("cleanText", () => {
  it.each([
    ["  A-1 ", "A-1"],
    ["007", "007"],
    ["Zoe\u0308", "Zoë"],
    ["", ""],
    ["a\0b", undefined],
    ["a\uFFFDb", undefined],
    ["a\uD800b", undefined],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
  ])("makes %j of %j", (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

describe("toMinorUnits", () => {
  it.each([
    [12.34, "EUR", 1234],
    [1.005, "EUR", 101],
    [833.3333, "EUR", 83_333],
    [500, "JPY", 500],
    [1.5, "KWD", 1500],
    [1, "euro", undefined],
  ])("makes minor units of %d %s", (amount, currency, expected) => {
    expect(toMinorUnits(amount, currency)).toBe(expected);
  });
});

it("comes back from a spreadsheet as it was, whatever it begins with", () => {
  const risky = fc.tuple(fc.constantFrom("", "'", "''", "=", "+", "-", "@", "\t", "\r", "'=", "＝"), fc.string());
  fc.assert(
    fc.property(risky, ([start, rest]) => {
      const safe = spreadsheetSafe(start + rest);
      expect(safe).not.toMatch(/^[=+\-@\t\r]/);
      expect(fromSpreadsheetSafe(safe)).toBe(start + rest);
    }),
  );
});
