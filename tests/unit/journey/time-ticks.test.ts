import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeTicks } from "@/lib/journey/time-ticks";

function ticksOf(from: string, to: string, most: number) {
  const { unit, ticks } = timeTicks({ fromMs: Date.parse(from), toMs: Date.parse(to) }, most);
  return { unit, at: ticks.map((tick) => new Date(tick.atMs).toISOString().slice(0, 10)) };
}

describe("ticks", () => {
  it.each([
    {
      from: "2026-03-02T10:00:00Z",
      to: "2026-03-05T10:00:00Z",
      most: 6,
      unit: "day",
      at: ["2026-03-03", "2026-03-04", "2026-03-05"],
    },
    {
      from: "2026-03-01",
      to: "2026-03-28",
      most: 6,
      unit: "week",
      at: ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"],
    },
    {
      from: "2026-01-15",
      to: "2026-05-20",
      most: 6,
      unit: "month",
      at: ["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"],
    },
    {
      from: "2025-11-20",
      to: "2026-11-20",
      most: 6,
      unit: "quarter",
      at: ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"],
    },
    { from: "2022-06-01", to: "2025-06-01", most: 6, unit: "year", at: ["2023-01-01", "2024-01-01", "2025-01-01"] },
    {
      from: "2003-06-01",
      to: "2021-06-01",
      most: 6,
      unit: "year",
      at: ["2005-01-01", "2010-01-01", "2015-01-01", "2020-01-01"],
    },
  ])("are at the beginnings of a $unit from $from to $to", ({ from, to, most, unit, at }) => {
    expect(ticksOf(from, to, most)).toEqual({ unit, at });
  });

  it("include both ends of the range when something begins there", () => {
    expect(ticksOf("2026-01-01", "2026-04-01", 6).at).toEqual(["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"]);
  });

  it("know that weeks begin on Monday, also when the range begins on a Sunday", () => {
    expect(ticksOf("2026-03-08", "2026-04-05", 6).at[0]).toBe("2026-03-09");
  });

  it("know years from 1 to 9999", () => {
    expect(ticksOf("0001-01-01", "9999-12-31", 12).at.slice(0, 2)).toEqual(["1000-01-01", "2000-01-01"]);
    expect(ticksOf("0010-06-01", "0013-06-01", 6).at).toEqual(["0011-01-01", "0012-01-01", "0013-01-01"]);
  });

  it("are never more than asked for, in order and within the range", () => {
    const anyInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(anyInstant, anyInstant, fc.integer({ min: 2, max: 20 }), (one, other, most) => {
        const range = { fromMs: Math.min(one, other), toMs: Math.max(one, other) };
        const { ticks } = timeTicks(range, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        ticks.forEach(({ atMs, x }, at) => {
          expect(atMs).toBeGreaterThanOrEqual(range.fromMs);
          expect(atMs).toBeLessThanOrEqual(range.toMs);
          expect(x >= 0 && x <= 1).toBe(true);
          if (at > 0) expect(atMs).toBeGreaterThan(ticks[at - 1]!.atMs);
        });
      }),
    );
  });

  it("cope with a range of nothing", () => {
    expect(timeTicks({ fromMs: 0, toMs: 0 }, 5).ticks).toEqual([{ x: 0, atMs: 0 }]);
  });
});
