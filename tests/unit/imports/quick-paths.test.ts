import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/csv/clean-text";
import { readIsoTime } from "@/lib/csv/iso-instant";
import { readDecimal } from "@/lib/csv/read-decimal";
import { RecordSplitter } from "@/lib/csv/record-splitter";
import { splitPlainRecord } from "@/lib/csv/split-plain-record";

/** Each has a slower way beside it that says the same. */
describe("readDecimal", () => {
  it("reads digits with a point as Number does, to the last bit", () => {
    const whole = fc.stringMatching(/^\d{1,9}$/);
    fc.assert(
      fc.property(whole, fc.stringMatching(/^(?:\.\d{1,9})?$/), (before, after) => {
        const text = before + after;
        const read = readDecimal(text);
        if (text.length > 15) expect(read).toBeUndefined();
        else expect(read).toBe(Number(text));
      }),
    );
  });

  it.each(["", ".5", "5.", "1.2.3", "-1", "+1", "1e5", "1,5", "٣", " 1", "1 ", "0x1", "1234567890123456"])(
    "leaves “%s” to the general way",
    (text) => expect(readDecimal(text)).toBeUndefined(),
  );
});

describe("readIsoTime", () => {
  it("knows every day of the calendar, and no other", () => {
    const digits = (most: number) => fc.integer({ min: 0, max: most }).map((one) => String(one).padStart(2, "0"));
    const year = fc.integer({ min: 1890, max: 2210 });
    fc.assert(
      fc.property(year, digits(14), digits(33), digits(25), (ofYear, month, day, hour) => {
        const text = `${ofYear}-${month}-${day}T${hour}:59:07Z`;
        const date = new Date(text);
        const isReal = !Number.isNaN(date.getTime()) && date.toISOString() === text.replace("Z", ".000Z");
        const isTaken = isReal && ofYear >= 1900 && ofYear <= 2199;
        expect(readIsoTime(text)).toEqual(isTaken ? { ms: date.getTime(), isUtc: true } : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes nothing that is not quite right", () => {
    const sound = "2024-02-29 23:59:59";
    expect(readIsoTime(sound)).toEqual({ ms: Date.UTC(2024, 1, 29, 23, 59, 59), isUtc: false });
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.constantFrom(..."x/.:- +Z٣"), (at, character) => {
        const text = sound.slice(0, at) + character + sound.slice(at + 1);
        expect(readIsoTime(text)).toEqual(text === sound ? readIsoTime(sound) : undefined);
      }),
    );
  });
});

describe("cleanText", () => {
  it("is the text in normal form C without white space around it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (text) => {
        const isStorable = !/[\0\uFFFD\p{Surrogate}]/u.test(text);
        expect(cleanText(text)).toBe(isStorable ? text.normalize("NFC").trim() : undefined);
      }),
    );
  });
});

describe("splitPlainRecord", () => {
  it("splits as String.split does", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "é", ",", ";", " ", "\t"), maxLength: 20 });
    fc.assert(
      fc.property(line, line, fc.constantFrom(",", ";", "\t"), (before, text, delimiter) => {
        const whole = `${before}\n${text}\n`;
        const start = before.length + 1;
        expect(splitPlainRecord(whole, start, start + text.length, delimiter)).toEqual(text.split(delimiter));
      }),
    );
  });

  it("is what records without quotes go through, wherever a piece of the file ends", () => {
    const splitter = new RecordSplitter({ delimiter: "," });
    const records = [...splitter.push("1,2,"), ...splitter.push("3\n4,,6"), ...splitter.push("\n7"), ...splitter.end()];
    expect(records.map(({ fields }) => fields)).toEqual([["1", "2", "3"], ["4", "", "6"], ["7"]]);
  });
});
