import { describe, expect, it } from "vitest";
import { daysUntil } from "@/lib/format/days-until";
import { formatDate, formatDay, formatDayShort } from "@/lib/format/format-day";
import { formatRelativeDays } from "@/lib/format/format-relative-days";
import { formatTick } from "@/lib/format/format-tick";

describe("days in words", () => {
  it("takes a calendar date as it stands, in every zone", () => {
    expect(formatDate("2026-12-01", "en-GB")).toBe("1 Dec 2026");
    expect(formatDate("0999-01-02", "en-GB")).toBe("2 Jan 999");
  });
  it("puts an instant into the zone", () => {
    const lateEvening = "2026-11-23T23:30:00Z";
    expect(formatDay(lateEvening, "en-GB", "UTC")).toBe("23 Nov 2026");
    expect(formatDay(lateEvening, "en-GB", "Europe/Berlin")).toBe("24 Nov 2026");
    expect(formatDayShort(Date.parse(lateEvening), "en-GB", "America/New_York")).toBe("23 Nov");
  });
});

describe("daysUntil", () => {
  it("counts days of the zone, not blocks of 24 hours", () => {
    const now = Date.parse("2026-11-23T23:30:00Z");
    expect(daysUntil("2026-11-24", now, "UTC")).toBe(1);
    expect(daysUntil("2026-11-24", now, "Europe/Berlin")).toBe(0);
    expect(daysUntil("2026-11-20", now, "UTC")).toBe(-3);
  });
  it("is not off by one over a change of clocks", () => {
    expect(daysUntil("2026-10-26", Date.parse("2026-10-24T22:30:00Z"), "Europe/Berlin")).toBe(1);
  });
});

describe("formatRelativeDays", () => {
  it.each([
    [0, "today"],
    [1, "tomorrow"],
    [12, "in 12 days"],
    [-1, "yesterday"],
    [-59, "59 days ago"],
    [-60, "2 months ago"],
    [365, "in 12 months"],
    [-1100, "3 years ago"],
  ])("says %d as %s", (days, text) => expect(formatRelativeDays(days, "en-GB")).toBe(text));
});

describe("formatTick", () => {
  it("says the year where it begins, else month or day", () => {
    expect(formatTick(Date.UTC(2026, 0, 1), "quarter", "en-GB", "UTC")).toBe("2026");
    expect(formatTick(Date.UTC(2026, 3, 1), "quarter", "en-GB", "UTC")).toBe("Apr");
    expect(formatTick(Date.UTC(2026, 2, 9), "week", "en-GB", "UTC")).toBe("9 Mar");
    expect(formatTick(Date.UTC(2026, 0, 1), "year", "en-GB", "UTC")).toBe("2026");
  });
});
