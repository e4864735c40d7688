import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countByTime } from "@/lib/journey/count-by-time";
import { moveWindow } from "@/lib/journey/move-window";
import { DAY_MS } from "@/lib/scoring/day";

const whole = { fromMs: Date.UTC(2021, 0, 1), toMs: Date.UTC(2026, 0, 1) };
const day = (days: number) => whole.fromMs + days * DAY_MS;
const windows = fc
  .tuple(fc.integer({ min: 0, max: 1_800 }), fc.integer({ min: 1, max: 1_825 }))
  .map(([from, length]) => ({ fromMs: day(from), toMs: Math.min(whole.toMs, day(from + length)) }));

describe("a window on a journey", () => {
  it("stays within the whole and between a day and the whole, however it is moved", () => {
    fc.assert(
      fc.property(
        windows,
        fc.double({ min: 0.001, max: 1_000, noNaN: true }),
        fc.integer({ min: -1e12, max: 1e12 }),
        (window, factor, shiftMs) => {
          const moved = moveWindow(window, whole, { factor, shiftMs });
          expect(moved.fromMs).toBeGreaterThanOrEqual(whole.fromMs);
          expect(moved.toMs).toBeLessThanOrEqual(whole.toMs + 1);
          expect(moved.toMs - moved.fromMs).toBeGreaterThanOrEqual(DAY_MS - 1);
        },
      ),
    );
  });

  it("keeps its length when it is only shifted, also at an edge", () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: -1e12, max: 1e12 }), (window, shiftMs) => {
        const moved = moveWindow(window, whole, { shiftMs });
        expect(moved.toMs - moved.fromMs).toBeCloseTo(window.toMs - window.fromMs, 2);
      }),
    );
  });

  it("zooms around what it is told to keep in its place", () => {
    const moved = moveWindow({ fromMs: day(100), toMs: day(200) }, whole, { factor: 0.5, aroundMs: day(125) });
    expect(moved).toEqual({ fromMs: day(112.5), toMs: day(162.5) });
  });

  it("goes down to a day and back up to five years", () => {
    let window = whole;
    for (let step = 0; step < 20; step += 1) window = moveWindow(window, whole, { factor: 0.5 });
    expect(window.toMs - window.fromMs).toBe(DAY_MS);
    for (let step = 0; step < 20; step += 1) window = moveWindow(window, whole, { factor: 2 });
    expect(window).toEqual(whole);
  });
});

describe("the counts over a journey", () => {
  it("hold every touchpoint of it once, in as many parts as were asked for", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 2_000 })), fc.integer({ min: 1, max: 200 }), (days, slots) => {
        const counts = countByTime(days.map(day), whole, slots);
        expect(counts).toHaveLength(slots);
        const inside = days.filter((at) => day(at) >= whole.fromMs && day(at) <= whole.toMs);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(inside.length);
      }),
    );
  });

  it("put the first in the first part and the last in the last", () => {
    expect(countByTime([whole.fromMs, whole.toMs, whole.toMs], whole, 4)).toEqual([1, 0, 0, 2]);
  });
});
