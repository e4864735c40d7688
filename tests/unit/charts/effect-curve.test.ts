import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectCurve } from "@/lib/charts/effect-curve";
import { anyEffect } from "../scoring/support/arbitraries";

/** Corners of the path, as numbers. */
function cornersOf(path: string): readonly (readonly [x: number, y: number])[] {
  return path
    .split(/[ML]/)
    .filter(Boolean)
    .map((corner) => corner.split(" ").map(Number) as [number, number]);
}

describe("the curve of an effect", () => {
  it("stays in its box from the left edge to the right, and never goes back", () => {
    fc.assert(
      fc.property(anyEffect, (effect) => {
        const curve = effectCurve(effect);
        if (curve === null) return;
        const corners = cornersOf(curve.path);
        expect([corners[0]?.[0], corners.at(-1)?.[0]]).toEqual([0, 100]);
        corners.forEach(([x, y], at) => {
          expect(x).toBeGreaterThanOrEqual(corners[at - 1]?.[0] ?? 0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(60);
        });
        expect(curve.ticks.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it("of a ramp downwards begins with all points and ends with none", () => {
    const curve = effectCurve({ type: "ramp", from: 60, to: 15, points: 20 });
    expect(curve).toMatchObject({ least: 0, most: 20, zeroY: 60 });
    const corners = cornersOf(curve?.path ?? "");
    expect(corners[0]?.[1]).toBe(0);
    expect(corners.at(-1)?.[1]).toBe(60);
    expect(curve?.ticks.map(({ value }) => value)).toEqual([15, 60]);
  });

  it("of steps jumps at each threshold, whatever their order", () => {
    const curve = effectCurve({
      type: "step",
      thresholds: [
        { from: 3, points: -10 },
        { from: 1, points: 10 },
      ],
    });
    expect(curve).toMatchObject({ least: -10, most: 10, zeroY: 30 });
    expect(cornersOf(curve?.path ?? "").map(([, y]) => y)).toEqual([30, 30, 0, 0, 60, 60]);
  });

  it("is not drawn while a number is missing or nothing is given", () => {
    expect(effectCurve({ type: "ramp", from: Number.NaN, to: 1, points: 1 })).toBeNull();
    expect(effectCurve({ type: "ramp", from: 0, to: 1, points: 0 })).toBeNull();
    expect(effectCurve({ type: "step", thresholds: [] })).toBeNull();
  });
});
