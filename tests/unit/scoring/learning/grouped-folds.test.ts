import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";

const groupsArbitrary = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 200 })
  .map((ids) => ids.map((id) => `customer ${id}`))
  .filter((groups) => new Set(groups).size >= 5);

describe("groupedFolds", () => {
  it("holds every row exactly once and trains on all others", () => {
    fc.assert(
      fc.property(groupsArbitrary, fc.integer({ min: 2, max: 5 }), fc.integer(), (groups, folds, seed) => {
        const all = groups.map((_, row) => row);
        const split = groupedFolds(groups, folds, seed);
        expect(split).toHaveLength(folds);
        expect(split.flatMap(({ held }) => [...held]).sort((a, b) => a - b)).toEqual(all);
        for (const { held, training } of split) {
          expect([...held, ...training].sort((a, b) => a - b)).toEqual(all);
        }
      }),
    );
  });

  it("never has rows of one customer on both sides", () => {
    fc.assert(
      fc.property(groupsArbitrary, fc.integer({ min: 2, max: 5 }), fc.integer(), (groups, folds, seed) => {
        for (const { held, training } of groupedFolds(groups, folds, seed)) {
          const heldCustomers = new Set(Array.from(held, (row) => groups[row]));
          expect(Array.from(training).filter((row) => heldCustomers.has(groups[row]))).toEqual([]);
        }
      }),
    );
  });

  it("differs by at most one customer from fold to fold", () => {
    fc.assert(
      fc.property(groupsArbitrary, fc.integer({ min: 2, max: 5 }), fc.integer(), (groups, folds, seed) => {
        const sizes = groupedFolds(groups, folds, seed).map(
          ({ held }) => new Set(Array.from(held, (row) => groups[row])).size,
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("keeps rows in their order", () => {
    const groups = Array.from({ length: 50 }, (_, row) => `customer ${row % 20}`);
    for (const { held, training } of groupedFolds(groups, 4, 9)) {
      expect([...held]).toEqual([...held].sort((a, b) => a - b));
      expect([...training]).toEqual([...training].sort((a, b) => a - b));
    }
  });

  it("is the same for the same seed and another for another", () => {
    const groups = Array.from({ length: 100 }, (_, row) => `customer ${row}`);
    const heldBy = (seed: number) => groupedFolds(groups, 5, seed).map(({ held }) => [...held]);
    expect(heldBy(1)).toEqual(heldBy(1));
    expect(heldBy(1)).not.toEqual(heldBy(2));
  });

  it("mixes customers that follow each other in a pattern", () => {
    const groups = Array.from({ length: 1_000 }, (_, row) => `customer ${row}`);
    const [first] = groupedFolds(groups, 5, 3);
    const byRemainder = new Array(5).fill(0);
    for (const row of first!.held) byRemainder[row % 5]++;
    for (const count of byRemainder) expect(count).toBeGreaterThan(20);
    for (const count of byRemainder) expect(count).toBeLessThan(60);
  });

  it("refuses what cannot be split", () => {
    expect(() => groupedFolds(["a", "b", "a"], 3, 1)).toThrow("2 customers do not fill 3 folds.");
    expect(() => groupedFolds(["a", "b", "c"], 1, 1)).toThrow("at least 2 folds");
    expect(() => groupedFolds(["a", "b", "c"], 2.5, 1)).toThrow("at least 2 folds");
  });

  it("splits as many customers as folds", () => {
    const split = groupedFolds(["a", "b", "c", "a"], 3, 1);
    expect(split.map(({ held }) => held.length).sort()).toEqual([1, 1, 2]);
  });
});
