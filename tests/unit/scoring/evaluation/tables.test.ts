import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationTable } from "@/lib/scoring/evaluation/calibration-table";
import { liftTable } from "@/lib/scoring/evaluation/lift-table";

const rows = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)), {
  minLength: 1,
  maxLength: 80,
});
const split = (pairs: readonly (readonly [number, number])[]) =>
  [pairs.map(([probability]) => probability), pairs.map(([, outcome]) => outcome)] as const;

describe("the calibration table", () => {
  it("has every row in one part, lowest predictions first, and its means add up to what is predicted and happened", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const [probabilities, outcomes] = split(pairs);
        const table = calibrationTable(probabilities, outcomes);
        const sum = (of: (bin: (typeof table)[number]) => number) => table.reduce((total, bin) => total + of(bin), 0);
        expect(sum((bin) => bin.rows)).toBe(pairs.length);
        expect(sum((bin) => bin.rows * bin.predicted)).toBeCloseTo(
          probabilities.reduce((total, one) => total + one, 0),
          9,
        );
        expect(sum((bin) => bin.rows * bin.happened)).toBeCloseTo(
          outcomes.reduce((total, one) => total + one, 0),
          9,
        );
        const predicted = table.map((bin) => bin.predicted);
        expect(predicted).toEqual([...predicted].sort((a, b) => a - b));
        for (const { low, high, happened } of table) {
          expect(low).toBeLessThanOrEqual(happened + 1e-12);
          expect(high).toBeGreaterThanOrEqual(happened - 1e-12);
        }
      }),
    );
  });

  it("gives the interval of Wilson", () => {
    // 10 of 100: 5.52% to 17.44%.
    const outcomes = Array.from({ length: 1_000 }, (_, row) => (row % 10 === 0 ? 1 : 0));
    const [first] = calibrationTable(
      outcomes.map(() => 0.1),
      outcomes,
    );
    expect(first).toMatchObject({ rows: 100, happened: 0.1 });
    expect(first!.low).toBeCloseTo(0.05523, 4);
    expect(first!.high).toBeCloseTo(0.17437, 4);
  });
});

describe("the lift table", () => {
  it("catches all break-ups with all customers, and never fewer with more", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const [probabilities, outcomes] = split(pairs);
        const table = liftTable(probabilities, outcomes);
        if (!outcomes.includes(1)) return void expect(table).toEqual([]);
        expect(table.at(-1)).toMatchObject({ share: 1, rows: pairs.length, caught: 1 });
        expect(table.at(-1)!.lift).toBeCloseTo(1, 9);
        const caught = table.map((step) => step.caught);
        expect(caught).toEqual([...caught].sort((a, b) => a - b));
      }),
    );
  });

  it("counts the riskiest first", () => {
    const table = liftTable([0.9, 0.8, 0.1, 0.2, 0.3, 0.05, 0.04, 0.03, 0.02, 0.01], [1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(table[0]).toEqual({ share: 0.1, rows: 1, breakUps: 1, caught: 0.5, lift: 5 });
    expect(table[3]).toMatchObject({ breakUps: 2, caught: 1, lift: 2.5 });
  });
});
