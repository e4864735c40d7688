import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDay } from "@/lib/format/iso-day";
import { startOfDay } from "@/lib/format/start-of-day";

const ZONES = ["UTC", "Europe/Copenhagen", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"];

describe("the start of a day in a zone", () => {
  it.each([
    ["2026-03-29", "Europe/Copenhagen", "2026-03-28T23:00:00Z"],
    ["2026-03-30", "Europe/Copenhagen", "2026-03-29T22:00:00Z"],
    ["2026-10-26", "Europe/Copenhagen", "2026-10-25T23:00:00Z"],
    ["2026-01-01", "Asia/Kolkata", "2025-12-31T18:30:00Z"],
  ])("%s in %s is %s", (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(Date.parse(instant));
  });

  it("is the first moment of that day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(...ZONES), (days, zone) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const start = startOfDay(day, zone);
        expect(isoDay(start, zone)).toBe(day);
        expect(isoDay(start - 1, zone) < day).toBe(true);
      }),
    );
  });
});
