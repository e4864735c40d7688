import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextDayOf } from "@/lib/people/next-day-of";

describe("the next time of a yearly day", () => {
  it.each([
    ["1990-05-20", "2026-05-19", "2026-05-20"],
    ["1990-05-20", "2026-05-20", "2026-05-20"],
    ["1990-05-20", "2026-05-21", "2027-05-20"],
    ["2000-02-29", "2026-01-01", "2026-02-28"],
    ["2000-02-29", "2026-03-01", "2027-02-28"],
    ["2000-02-29", "2028-01-01", "2028-02-29"],
    ["2030-01-01", "2026-06-30", "2030-01-01"],
  ])("of %s as of %s is %s", (day, today, next) => expect(nextDayOf(day, today)).toBe(next));

  it("is never in the past, never before the first time, and at most a year ahead", () => {
    const day = fc
      .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (first, today) => {
        const next = nextDayOf(first, today);
        expect(next >= today).toBe(true);
        expect(next.slice(0, 4) >= first.slice(0, 4)).toBe(true);
        const [from = ""] = [first, today].sort().reverse();
        expect((Date.parse(next) - Date.parse(from)) / 86_400_000).toBeLessThanOrEqual(366);
      }),
    );
  });
});
