import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileCuts } from "@/lib/scoring/learning/quantile-cuts";

const cutsOf = (values: readonly number[], parts: number) => quantileCuts(Float64Array.from(values).sort(), parts);

describe("quantileCuts", () => {
  it.each([
    { values: [1, 2, 3, 4], parts: 4, cuts: [2, 3, 4] },
    { values: [1, 2, 3, 4], parts: 2, cuts: [3] },
    { values: [10, 20, 30, 40, 50, 60], parts: 3, cuts: [30, 50] },
    { values: [5, 5, 5, 5], parts: 4, cuts: [] },
    { values: [0, 0, 0, 0, 0, 0, 1, 2], parts: 4, cuts: [1] },
    { values: [7], parts: 5, cuts: [] },
    { values: [], parts: 5, cuts: [] },
    { values: [1, 2], parts: 1, cuts: [] },
  ])("of $values in $parts parts are $cuts", ({ values, parts, cuts }) => {
    expect(cutsOf(values, parts)).toEqual(cuts);
  });

  it("ascend, are values and lie above the smallest", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 100 }),
        fc.integer({ min: 1, max: 12 }),
        (values, parts) => {
          const cuts = cutsOf(values, parts);
          expect(cuts.length).toBeLessThan(parts);
          cuts.forEach((cut, at) => {
            expect(values).toContain(cut);
            expect(cut).toBeGreaterThan(at === 0 ? Math.min(...values) : cuts[at - 1]!);
          });
        },
      ),
    );
  });

  it("cut distinct values into parts whose sizes differ by at most one", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 20, maxLength: 100 }),
        fc.integer({ min: 2, max: 10 }),
        (values, parts) => {
          const borders = [Number.NEGATIVE_INFINITY, ...cutsOf(values, parts), Number.POSITIVE_INFINITY];
          const sizes = borders
            .slice(1)
            .map((end, at) => values.filter((value) => value >= borders[at]! && value < end).length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
