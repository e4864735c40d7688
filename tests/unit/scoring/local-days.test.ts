import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDaysIn } from "@/lib/scoring/local-days";

const DAY_MS = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const endOf = (zone: string, date: string) => new Date(localDaysIn(zone).endOf(dayNumber(date))).toISOString();

describe("local days", () => {
  it.each([
    ["UTC", "2011-09-09", "2011-09-09T23:59:59.999Z"],
    ["Europe/Berlin", "2026-06-30", "2026-06-30T21:59:59.999Z"],
    ["America/New_York", "2026-01-15", "2026-01-16T04:59:59.999Z"],
    ["Asia/Kathmandu", "2026-01-15", "2026-01-15T18:14:59.999Z"],
    ["Pacific/Kiritimati", "2026-01-15", "2026-01-15T09:59:59.999Z"],
    // Clocks go forward (23 hours), back (25 hours), and forward at midnight itself.
    ["Europe/Berlin", "2026-03-29", "2026-03-29T21:59:59.999Z"],
    ["Europe/Berlin", "2026-10-25", "2026-10-25T22:59:59.999Z"],
    ["Africa/Cairo", "2024-04-25", "2024-04-25T21:59:59.999Z"],
  ])("end in %s on %s at %s", (zone, date, end) => expect(endOf(zone, date)).toBe(end));

  it("know no zone that is none", () => expect(() => localDaysIn("Mars/Olympus")).toThrow(RangeError));

  it("end where the next begins, in every zone", () => {
    const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 30_000 }), (zone, day) => {
        const days = localDaysIn(zone);
        expect(days.dayOf(days.endOf(day))).toBe(day);
        expect(days.dayOf(days.endOf(day) + 1)).toBe(day + 1);
      }),
      { numRuns: 60 },
    );
  });

  it("agree with the calendar that Intl writes", () => {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" });
    const days = localDaysIn("America/New_York");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_500_000_000 }), (seconds) => {
        expect(days.dayOf(seconds * 1000)).toBe(dayNumber(format.format(seconds * 1000)));
      }),
    );
  });
});
