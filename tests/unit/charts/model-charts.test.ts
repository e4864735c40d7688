import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareCalibrationChart } from "@/lib/charts/calibration-chart";
import { prepareDriftChart } from "@/lib/charts/drift-chart";
import { largestEffect, sketchEffect } from "@/lib/charts/effect-sketch";
import { prepareIntervalChart } from "@/lib/charts/interval-chart";
import { prepareLiftChart } from "@/lib/charts/lift-chart";
import { calibrationTable } from "@/lib/scoring/evaluation/calibration-table";
import { liftTable } from "@/lib/scoring/evaluation/lift-table";

const predictions = fc.array(
  fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.constantFrom(0, 1) }),
  { minLength: 1, maxLength: 80 },
);
const tables = predictions.map((rows) => {
  const probabilities = rows.map(({ probability }) => probability);
  const outcomes = rows.map(({ outcome }) => outcome);
  return { bins: calibrationTable(probabilities, outcomes), steps: liftTable(probabilities, outcomes) };
});
const inPlot = (at: number) => at >= -1e-9 && at <= 100 + 1e-9;

describe("calibration", () => {
  it("keeps every group and its interval in the plot", () => {
    fc.assert(
      fc.property(tables, ({ bins }) => {
        const { dots, top } = prepareCalibrationChart(bins);
        expect(dots).toHaveLength(bins.length);
        for (const { x, y, lowY, highY } of dots) {
          expect([x, y, lowY, highY].every(inPlot)).toBe(true);
          expect(highY).toBeLessThanOrEqual(y + 1e-9);
          expect(lowY).toBeGreaterThanOrEqual(y - 1e-9);
        }
        expect(top).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("puts a group on the diagonal when what happened is what was predicted, and counts it as fitting", () => {
    const bin = (predicted: number, happened: number) => ({
      ...{ rows: 50, predicted, happened },
      ...{ low: happened - 0.05, high: happened + 0.05 },
    });
    const { dots, within, top, ticks } = prepareCalibrationChart([bin(0.1, 0.1), bin(0.3, 0.5)]);
    expect(dots[0]!.x).toBeCloseTo(100 - dots[0]!.y);
    expect(within).toBe(1);
    expect(top).toBe(0.6);
    expect(ticks.map(({ probability }) => probability)).toEqual(
      [0, 0.15, 0.3, 0.45, 0.6].map((one) => expect.closeTo(one)),
    );
  });
});

describe("lift", () => {
  it("rises from nobody to everyone and marks the riskiest fifth", () => {
    fc.assert(
      fc.property(tables, ({ steps }) => {
        const { dots, marked, path } = prepareLiftChart(steps);
        if (steps.length === 0) {
          expect(marked).toBeNull();
          return;
        }
        const ys = dots.map(({ y }) => y);
        expect([...ys].sort((a, b) => b - a)).toEqual(ys);
        expect(ys.at(-1)).toBeCloseTo(0);
        expect(marked!.share).toBeCloseTo(0.2);
        expect(path.startsWith("M0 100L10 ")).toBe(true);
      }),
    );
  });
});

describe("intervals", () => {
  const figures = {
    own: { value: 0.8, low: 0.7, high: 0.9 },
    rules: { value: 0.45, low: 0.3, high: 0.6 },
    none: { value: null, low: null, high: null },
  };
  it("always shows the coin, and leaves out what is not defined", () => {
    const { marks, from, chanceX } = prepareIntervalChart(figures);
    expect(from).toBeCloseTo(0.3);
    expect([...marks.keys()]).toEqual(["own", "rules"]);
    expect(chanceX).toBeCloseTo((0.2 / 0.7) * 100);
    expect(marks.get("rules")!.lowX).toBeCloseTo(0);
    expect(prepareIntervalChart({ own: figures.own }).from).toBeCloseTo(0.45);
  });
});

describe("effects", () => {
  const effects = (...points: number[]) => points.map((value, at) => ({ at, points: value }));
  it.each([
    ["rises", effects(-3, 0, 0, 4)],
    ["falls", effects(3, 3, -4)],
    ["turns", effects(3, -1, 4)],
    ["flat", effects(0.01, 0.02)],
    ["flat", []],
    [
      "levels",
      [
        { at: "Basic", points: 5 },
        { at: "Pro", points: -2 },
      ],
    ],
  ] as const)("says %s", (direction, given) => {
    expect(sketchEffect(given, 10).direction).toBe(direction);
  });

  it("draws points around zero, up for worse", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -200, max: 200, noNaN: true }), { minLength: 2 }), (points) => {
        const given = effects(...points);
        const { path, zeroY } = sketchEffect(given, largestEffect(given));
        const ys = [...path.matchAll(/[ML]\S+ (\S+?)(?=L|$)/g)].map(([, y]) => Number(y));
        expect(ys).toHaveLength(points.length);
        expect(ys.every(inPlot)).toBe(true);
        for (const [at, y] of ys.entries()) expect(Math.sign(zeroY - y) * Math.sign(points[at]!)).not.toBe(-1);
      }),
    );
  });

  it("draws a bar for each name, up for worse", () => {
    const { bars, path } = sketchEffect(
      [
        { at: "Basic", points: 10 },
        { at: "Pro", points: -5 },
      ],
      10,
    );
    expect(path).toBe("");
    expect(bars.map(({ y, height }) => [y, height])).toEqual([
      [2, 48],
      [50, 24],
    ]);
  });
});

describe("drift", () => {
  const period = (happened: number, seenInTraining = false) => ({
    ...{ asOf: "2026-01-31T23:59:59.999Z", customers: 100, predicted: 10, low: 4, high: 16 },
    ...{ happened, seenInTraining },
  });
  it("counts only months that the model did not learn from", () => {
    const { unseen, unseenWithin, top, marks } = prepareDriftChart([period(3, true), period(10), period(37)]);
    expect([unseen, unseenWithin, top]).toEqual([2, 1, 40]);
    expect(marks[2]!.happenedY).toBeCloseTo(7.5);
    expect(marks[0]!.lowY).toBeGreaterThan(marks[0]!.highY);
  });

  it("keeps everything in the plot", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 24 }), (happened) => {
        const { marks } = prepareDriftChart(happened.map((one) => period(one)));
        for (const { x, happenedY, lowY, highY } of marks) expect([x, happenedY, lowY, highY].every(inPlot)).toBe(true);
      }),
    );
  });
});
