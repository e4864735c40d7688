import { describe, expect, it } from "vitest";
import type { DateOrder } from "@/lib/csv/date-shape";
import { detectDateOrder } from "@/lib/csv/detect-date-order";
import { createDayReader, createInstantReader } from "@/lib/csv/parse-date";
import { parseDateFormat } from "@/lib/csv/parse-date-format";

function read(text: string, order: DateOrder = "ymd", timeZone = "UTC", twoDigitYears = false) {
  const result = createInstantReader({ order, timeZone, twoDigitYears })(text);
  return typeof result === "number" ? new Date(result).toISOString() : result.code;
}

describe("createInstantReader", () => {
  it.each<[string, DateOrder, string, string]>([
    ["2009-12-01 07:45:00", "ymd", "UTC", "2009-12-01T07:45:00.000Z"],
    ["2009-12-01T07:45:00.123456Z", "ymd", "Europe/Berlin", "2009-12-01T07:45:00.123Z"],
    ["2009-12-01T07:45:00+05:30", "ymd", "Europe/Berlin", "2009-12-01T02:15:00.000Z"],
    ["2009-12-01 07:45", "ymd", "Europe/Berlin", "2009-12-01T06:45:00.000Z"],
    ["2024-07-01 07:45", "ymd", "Europe/Berlin", "2024-07-01T05:45:00.000Z"],
    ["2009-12-01", "ymd", "UTC", "2009-12-01T23:59:59.000Z"],
    ["2009-12-01", "ymd", "Europe/Berlin", "2009-12-01T22:59:59.000Z"],
    ["27-07-2023", "dmy", "UTC", "2023-07-27T23:59:59.000Z"],
    ["28-07-2023 03:00", "dmy", "UTC", "2023-07-28T03:00:00.000Z"],
    ["07/28/2023 3:00 PM", "mdy", "UTC", "2023-07-28T15:00:00.000Z"],
    ["1/2/2024 12:30 am", "mdy", "UTC", "2024-01-02T00:30:00.000Z"],
    ["2024-02-29", "dmy", "UTC", "2024-02-29T23:59:59.000Z"],
    ["20240229", "compact", "UTC", "2024-02-29T23:59:59.000Z"],
    ["1709208000", "epoch-seconds", "Europe/Berlin", "2024-02-29T12:00:00.000Z"],
    ["1709208000123", "epoch-milliseconds", "UTC", "2024-02-29T12:00:00.123Z"],
    ["45351", "excel", "UTC", "2024-02-29T23:59:59.000Z"],
    ["45351.5", "excel", "UTC", "2024-02-29T12:00:00.000Z"],
  ])("reads %s as %s in %s", (text, order, timeZone, expected) => {
    expect(read(text, order, timeZone)).toBe(expected);
  });

  it.each<[string, DateOrder, string, string]>([
    ["2023-02-29", "ymd", "UTC", "impossible-date"],
    ["2026-02-30", "ymd", "UTC", "impossible-date"],
    ["2026-13-01", "ymd", "UTC", "impossible-date"],
    ["31-02-2024", "dmy", "UTC", "impossible-date"],
    ["27-07-2023", "mdy", "UTC", "impossible-date"],
    ["27-07-2023", "ymd", "UTC", "unreadable-date"],
    ["2024-01-01 24:00:00", "ymd", "UTC", "impossible-date"],
    ["2024-06-30 23:59:60", "ymd", "UTC", "impossible-date"],
    ["2024-01-01 10:00 CET", "ymd", "UTC", "unreadable-date"],
    ["2024-01-01T10:00+99:00", "ymd", "UTC", "impossible-date"],
    ["0001-01-01", "ymd", "UTC", "date-out-of-range"],
    ["9999-12-31", "ymd", "UTC", "date-out-of-range"],
    ["01-02-24", "dmy", "UTC", "unreadable-date"],
    ["2024-03-31 02:30", "ymd", "Europe/Berlin", "nonexistent-time"],
    ["2024-10-27 02:30", "ymd", "Europe/Berlin", "ambiguous-time"],
    ["now", "ymd", "UTC", "unreadable-date"],
    ["infinity", "ymd", "UTC", "unreadable-date"],
    ["1709208000", "ymd", "UTC", "unreadable-date"],
    ["45351", "ymd", "UTC", "unreadable-date"],
    ["", "ymd", "UTC", "unreadable-date"],
  ])("refuses %s as %s in %s: %s", (text, order, timeZone, code) => {
    expect(read(text, order, timeZone)).toBe(code);
  });

  it("reads years of two digits only when that was said", () => {
    expect(read("01-02-24", "dmy", "UTC", true)).toBe("2024-02-01T23:59:59.000Z");
    expect(read("01-02-70", "dmy", "UTC", true)).toBe("1970-02-01T23:59:59.000Z");
  });

  it("reads the hours around a change of the clocks", () => {
    expect(read("2024-03-31 01:59", "ymd", "Europe/Berlin")).toBe("2024-03-31T00:59:00.000Z");
    expect(read("2024-03-31 03:00", "ymd", "Europe/Berlin")).toBe("2024-03-31T01:00:00.000Z");
    expect(read("2024-10-27 03:00", "ymd", "Europe/Berlin")).toBe("2024-10-27T02:00:00.000Z");
    expect(read("2024-10-27", "ymd", "Europe/Berlin")).toBe("2024-10-27T22:59:59.000Z");
  });
});

it("reads days without their time", () => {
  const readDay = createDayReader({ order: "dmy", timeZone: "America/New_York", twoDigitYears: false });
  expect(readDay("28-07-2023 03:00")).toBe(Date.UTC(2023, 6, 28));
});

describe("detectDateOrder", () => {
  it.each([
    [["2024-01-02", ""], "ymd"],
    [["01-02-2024", "27-02-2024"], "dmy"],
    [["01/02/2024", "02/27/2024"], "mdy"],
    [["01-02-2024", "03-04-2024"], "ambiguous"],
    [["27-02-2024", "02-27-2024"], "contradicting"],
    [["2024-01-02", "03-04-2024"], "ambiguous"],
    [["yesterday", "soon"], "unreadable"],
    [["", " "], "none"],
  ] as const)("says of %j that it is %s", (sample, expected) => {
    expect(detectDateOrder(sample)).toBe(expected);
  });
});

describe("parseDateFormat", () => {
  it.each([
    ["DD-MM-YYYY", "dmy", false],
    ["dd/MM/yyyy", "dmy", false],
    ["MM/DD/YYYY hh:mm a", "mdy", false],
    ["YYYY-MM-DD HH:mm:ss", "ymd", false],
    ["DD.MM.YY", "dmy", true],
    ["iso", "ymd", false],
    ["YYYYMMDD", "compact", false],
    ["epoch-seconds", "epoch-seconds", false],
  ])("reads %s", (text, order, twoDigitYears) => {
    expect(parseDateFormat(text)).toEqual({ order, twoDigitYears });
  });

  it.each(["", "DD-MM", "MM-MM-YYYY", "DD-MM-YYYY'; DROP", "whatever"])("refuses %j", (text) => {
    expect(parseDateFormat(text)).toBeUndefined();
  });
});
