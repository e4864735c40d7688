import { describe, expect, it } from "vitest";
import { addYears, anniversaryAfter, nextWorkingMoment, seasonFactor, workingMoment } from "@/lib/sample/calendar";
import { createRandom } from "@/lib/sample/random";

const at = (text: string) => Date.parse(text);

describe("calendar of the sample", () => {
  it.each([
    ["2024-02-29", 1, "2025-03-01"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2023-12-31", 2, "2025-12-31"],
  ])("adds years: %s + %i = %s", (day, years, expected) => {
    expect(addYears(at(day), years)).toBe(at(expected));
  });

  it("finds the anniversary strictly after an instant", () => {
    expect(anniversaryAfter(at("2022-05-10"), at("2025-05-09"))).toBe(at("2025-05-10"));
    expect(anniversaryAfter(at("2022-05-10"), at("2025-05-10"))).toBe(at("2026-05-10"));
  });

  it.each([
    ["2025-06-04T10:30:00Z", "2025-06-04T10:30:00Z"],
    ["2025-06-04T03:10:20Z", "2025-06-04T08:10:20Z"],
    ["2025-06-04T22:05:00Z", "2025-06-05T08:05:00Z"],
    ["2025-06-06T19:00:00Z", "2025-06-09T08:00:00Z"],
    ["2025-06-07T11:00:00Z", "2025-06-09T11:00:00Z"],
  ])("moves %s to working hours: %s", (instant, expected) => {
    expect(new Date(nextWorkingMoment(at(instant))).toISOString()).toBe(new Date(expected).toISOString());
  });

  it("draws moments inside their week, on weekends only for those who work then", () => {
    const random = createRandom(5);
    const weekMs = at("2025-06-02");
    const weekdays = Array.from({ length: 500 }, () => {
      const moment = workingMoment(random, weekMs, 0);
      expect(moment).toBeGreaterThanOrEqual(weekMs);
      expect(moment).toBeLessThan(at("2025-06-09"));
      return new Date(moment).getUTCDay();
    });
    expect([...new Set(weekdays)].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it("is quiet between the years and in the southern August", () => {
    expect(seasonFactor(at("2025-12-22"), "DACH")).toBeLessThan(0.5);
    expect(seasonFactor(at("2025-08-11"), "Italy")).toBeLessThan(seasonFactor(at("2025-08-11"), "DACH"));
    expect(seasonFactor(at("2025-05-12"), "DACH")).toBe(1);
  });
});
