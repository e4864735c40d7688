import { describe, expect, it } from "vitest";
import { monthEnds } from "@/lib/models/month-ends";

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dates = (ends: readonly number[]) => ends.map((one) => new Date(one * 86_400_000).toISOString().slice(0, 10));

describe("monthEnds", () => {
  it.each([
    ["2026-03-30", 3, ["2025-12-31", "2026-01-31", "2026-02-28"]],
    ["2026-03-31", 3, ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["2024-02-29", 1, ["2024-02-29"]],
    ["2026-01-01", 2, ["2025-11-30", "2025-12-31"]],
  ])("up to %s are the last days of %i months: %j", (last, months, ends) => {
    expect(dates(monthEnds(day(last), months))).toEqual(ends);
  });
});
