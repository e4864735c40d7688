import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBins } from "@/lib/scoring/learning/fit-bins";

const rowsArbitrary = fc.array(
  fc.record({
    value: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: -50, max: 50 }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    ),
    outcome: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 300 },
);

type Row = { readonly value: number; readonly outcome: number };

function binsOf(rows: readonly Row[]) {
  return fitBins(
    Float64Array.from(rows, ({ value }) => value),
    rows.map(({ outcome }) => outcome),
  );
}

/** So many customers with a value, of whom so many broke up. */
function at(value: number, customers: number, breakUps: number): readonly Row[] {
  return Array.from({ length: customers }, (_, row) => ({ value, outcome: Number(row < breakUps) }));
}

describe("fitBins", () => {
  it("has one more weight than edges, and edges ascend", () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { edges, weights } = binsOf(rows);
        expect(weights).toHaveLength(edges.length + 1);
        expect([...edges].sort((a, b) => a - b)).toEqual(edges);
        expect(new Set(edges).size).toBe(edges.length);
      }),
    );
  });

  it("has finite weights whatever the outcomes", () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { edges, weights, missingWeight } = binsOf(rows);
        for (const number of [...edges, ...weights, missingWeight]) expect(number).toSatisfy(Number.isFinite);
      }),
    );
  });

  it("has weights that only rise or only fall", () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { weights } = binsOf(rows);
        const steps = weights.slice(1).map((weight, before) => Math.sign(weight - weights[before]!));
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
        expect(steps).not.toContain(0);
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        expect(binsOf([...rows].reverse())).toEqual(binsOf(rows));
      }),
    );
  });

  it("mirrors its weights when outcomes are swapped", () => {
    const rows = [...at(1, 20, 2), ...at(2, 20, 10), ...at(3, 20, 8), ...at(4, 20, 18), ...at(Number.NaN, 9, 3)];
    const bins = binsOf(rows);
    const swapped = binsOf(rows.map(({ value, outcome }) => ({ value, outcome: 1 - outcome })));
    expect(swapped.edges).toEqual(bins.edges);
    expect(swapped.missingWeight).toBeCloseTo(-bins.missingWeight, 12);
    swapped.weights.forEach((weight, bin) => {
      expect(weight).toBeCloseTo(-bins.weights[bin]!, 12);
    });
  });

  it("gives each bin the log-odds of its break-ups against those of all", () => {
    const { edges, weights, missingWeight } = binsOf([...at(1, 10, 2), ...at(2, 10, 8)]);
    const all = Math.log(10.5 / 10.5);
    expect(edges).toEqual([2]);
    expect(weights[0]).toBeCloseTo(Math.log(2.5 / 8.5) - all, 12);
    expect(weights[1]).toBeCloseTo(Math.log(8.5 / 2.5) - all, 12);
    expect(missingWeight).toBe(0);
  });

  it("merges neighbours that go against the whole", () => {
    const { edges, weights } = binsOf([...at(1, 20, 2), ...at(2, 20, 10), ...at(3, 20, 8), ...at(4, 20, 18)]);
    expect(edges).toEqual([2, 4]);
    expect(weights[1]).toBeCloseTo(Math.log(18.5 / 22.5) - Math.log(38.5 / 42.5), 12);
  });

  it("falls where break-ups fall", () => {
    const { edges, weights } = binsOf([...at(1, 20, 18), ...at(2, 20, 8), ...at(3, 20, 10), ...at(4, 20, 2)]);
    expect(edges).toEqual([2, 4]);
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[2]).toBeLessThan(0);
  });

  it("weighs missing values by their own break-ups", () => {
    const { weights, missingWeight } = binsOf([...at(1, 10, 5), ...at(Number.NaN, 10, 9)]);
    expect(missingWeight).toBeCloseTo(Math.log(9.5 / 1.5) - Math.log(14.5 / 6.5), 12);
    expect(weights).toHaveLength(1);
  });

  it("makes one bin of a constant", () => {
    const { edges, weights } = binsOf(at(3, 30, 10));
    expect(edges).toEqual([]);
    expect(weights).toEqual([0]);
  });

  it("makes at most twelve bins", () => {
    const rows = Array.from({ length: 1_200 }, (_, row) => ({
      value: row,
      outcome: Number(row % 1_200 < row ** 2 / 1200),
    }));
    expect(binsOf(rows).weights.length).toBeLessThanOrEqual(12);
  });
});
