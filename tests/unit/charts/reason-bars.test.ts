import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareReasonBars } from "@/lib/charts/reason-bars";
import { roundToSum } from "@/lib/charts/round-to-sum";

const points = fc.double({ min: -300, max: 300, noNaN: true });

describe("roundToSum", () => {
  it("moves the largest remainder", () => {
    expect(roundToSum([0.34, 0.33, 0.33], 1)).toEqual([0.4, 0.3, 0.3]);
    expect(roundToSum([-1.25, 0.5], 0)).toEqual([-1, 0]);
    expect(roundToSum([], 1)).toEqual([]);
  });
  it("adds up, and moves nothing by a whole unit", () => {
    fc.assert(
      fc.property(fc.array(points, { maxLength: 30 }), (values) => {
        const rounded = roundToSum(values, 1);
        const exact = values.reduce((sum, value) => sum + value, 0);
        const shown = rounded.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(shown - exact)).toBeLessThan(0.0501);
        rounded.forEach((value, index) => {
          expect(Math.abs(value - values[index]!)).toBeLessThan(0.1000001);
        });
      }),
    );
  });
});

describe("prepareReasonBars", () => {
  it("draws every bar from the one zero line", () => {
    const bars = prepareReasonBars({
      interceptPoints: -50,
      totalPoints: 10,
      reasons: [
        { key: "complaints", points: 75 },
        { key: "recovery", points: -15 },
      ],
    });
    expect(bars.zero).toBe(40);
    expect(bars.start).toEqual({ key: "start", points: -50, offset: 0, width: 40, cut: false });
    expect(bars.reasons[0]).toEqual({ key: "complaints", points: 75, offset: 40, width: 60, cut: false });
    expect(bars.reasons[1]).toEqual({
      key: "recovery",
      points: -15,
      offset: expect.closeTo(28),
      width: 12,
      cut: false,
    });
    expect(bars.total).toEqual({ key: "total", points: 10, offset: 40, width: 8, cut: false });
    expect(bars.reasonsPoints).toBe(60);
    expect(bars.smaller).toBeNull();
  });
  it("draws the smallest together when there are too many", () => {
    const reasons = [40, -30, 20, -8, 3].map((value, at) => ({ key: String(at), points: value }));
    const { smaller, ...bars } = prepareReasonBars({ interceptPoints: -50, totalPoints: -25, reasons, most: 3 });
    expect(bars.reasons.map(({ points: told }) => told)).toEqual([40, -30, 20]);
    expect(smaller?.points).toBe(-5);
    expect(smaller?.offset).toBeCloseTo(bars.zero - (smaller?.width ?? 0), 9);
    expect(bars.reasonsPoints).toBe(25);
  });
  it("keeps within the column and ends or begins at zero", () => {
    fc.assert(
      fc.property(points, fc.array(points, { maxLength: 20 }), (interceptPoints, reasons) => {
        const totalPoints = interceptPoints + reasons.reduce((sum, value) => sum + value, 0);
        const bars = prepareReasonBars({
          interceptPoints,
          totalPoints,
          reasons: reasons.map((value, index) => ({ key: String(index), points: value })),
        });
        for (const bar of [bars.start, bars.total, ...bars.reasons]) {
          expect(bar.offset).toBeGreaterThanOrEqual(-1e-9);
          expect(bar.offset + bar.width).toBeLessThanOrEqual(100 + 1e-9);
          const touchesZero = Math.min(Math.abs(bar.offset - bars.zero), Math.abs(bar.offset + bar.width - bars.zero));
          expect(touchesZero).toBeLessThan(1e-9);
        }
        expect(Math.abs(bars.total.points - totalPoints)).toBeLessThan(0.0501);
      }),
    );
  });
  it("cuts a start that would dwarf the reasons, but never its number", () => {
    const bars = prepareReasonBars({
      interceptPoints: -120,
      totalPoints: -80,
      reasons: [{ key: "silence", points: 40 }],
    });
    expect(bars.start).toMatchObject({ points: -120, cut: true });
    expect(bars.start.width / (bars.reasons[0]?.width ?? 0)).toBeCloseTo(2.5);
    expect(bars.total.cut).toBe(false);
  });
  it("survives a customer about whom nothing is known", () => {
    const bars = prepareReasonBars({ interceptPoints: 0, totalPoints: 0, reasons: [] });
    expect(bars.zero).toBe(0);
    expect(bars.total.width).toBe(0);
  });
});
