import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileEffect } from "@/lib/scoring/rules/compile-effect";
import { anyEffect } from "../support/arbitraries";
import { ramp, step } from "../support/rules";

const anyValue = fc.double({ min: -100, max: 100, noNaN: true });

describe("step", () => {
  const complaints = compileEffect(step([1, 8], [2, 18], [3, 34]));

  it.each([
    { value: -5, points: 0 },
    { value: 0, points: 0 },
    { value: 0.999, points: 0 },
    { value: 1, points: 8 },
    { value: 1.5, points: 8 },
    { value: 2, points: 18 },
    { value: 3, points: 34 },
    { value: 1e9, points: 34 },
  ])("gives $points at $value: those of the highest threshold reached", ({ value, points }) => {
    expect(complaints.pointsAt(value)).toBe(points);
  });

  it("sorts its thresholds itself", () => {
    const shuffled = compileEffect(step([3, 34], [1, 8], [2, 18]));
    for (const value of [0, 1, 2, 3, 4]) expect(shuffled.pointsAt(value)).toBe(complaints.pointsAt(value));
  });

  it("can take back what a lower threshold gave", () => {
    const nps = compileEffect(step([0, 24], [7, 0], [9, -12]));
    expect([0, 6.9, 7, 8, 9, 10].map((value) => nps.pointsAt(value))).toEqual([24, 24, 0, 0, -12, -12]);
    expect([nps.least, nps.most]).toEqual([-12, 24]);
  });

  it("knows that it gives nothing below its lowest threshold", () => {
    expect([complaints.least, complaints.most]).toEqual([0, 34]);
    const goodwill = compileEffect(step([1, -10]));
    expect([goodwill.least, goodwill.most]).toEqual([-10, 0]);
  });
});

describe("ramp", () => {
  it.each([
    { from: 2, to: 8, points: 30, value: 0, gives: 0 },
    { from: 2, to: 8, points: 30, value: 2, gives: 0 },
    { from: 2, to: 8, points: 30, value: 5, gives: 15 },
    { from: 2, to: 8, points: 30, value: 8, gives: 30 },
    { from: 2, to: 8, points: 30, value: 80, gives: 30 },
    { from: -0.5, to: -2, points: 24, value: 0, gives: 0 },
    { from: -0.5, to: -2, points: 24, value: -1.25, gives: 12 },
    { from: -0.5, to: -2, points: 24, value: -9, gives: 24 },
    { from: 270, to: 0, points: -27, value: 90, gives: -18 },
  ])("from $from to $to gives $gives of $points at $value", ({ from, to, points, value, gives }) => {
    expect(compileEffect(ramp(from, to, points)).pointsAt(value)).toBeCloseTo(gives, 12);
  });

  it("is monotone in its signal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -200, max: 200 }),
        anyValue,
        anyValue,
        (from, to, points, one, other) => {
          fc.pre(from !== to);
          const effect = compileEffect(ramp(from, to, points));
          const [low, high] = one < other ? [one, other] : [other, one];
          const rise = (effect.pointsAt(high) - effect.pointsAt(low)) * Math.sign(to - from) * Math.sign(points);
          expect(rise).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("knows its least and most", () => {
    expect(compileEffect(ramp(0, 1, -12))).toMatchObject({ least: -12, most: 0 });
    expect(compileEffect(ramp(0, 1, 12))).toMatchObject({ least: 0, most: 12 });
  });
});

describe("any effect", () => {
  it("stays between its least and its most", () => {
    fc.assert(
      fc.property(anyEffect, anyValue, (definition, value) => {
        const effect = compileEffect(definition);
        expect(effect.pointsAt(value)).toBeGreaterThanOrEqual(effect.least);
        expect(effect.pointsAt(value)).toBeLessThanOrEqual(effect.most);
      }),
    );
  });

  it("reaches both", () => {
    fc.assert(
      fc.property(anyEffect, (definition) => {
        const effect = compileEffect(definition);
        const turns =
          definition.type === "ramp" ? [definition.from, definition.to] : definition.thresholds.map(({ from }) => from);
        const reached = [-1_000, ...turns, 1_000].map((value) => effect.pointsAt(value));
        expect(Math.min(...reached)).toBeCloseTo(effect.least, 12);
        expect(Math.max(...reached)).toBeCloseTo(effect.most, 12);
      }),
    );
  });
});
