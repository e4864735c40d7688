import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DriftRow, measureDrift } from "@/lib/scoring/evaluation/measure-drift";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";

/** `customers` rows of one probability, of which the first `happened` broke up. */
function rowsOf(period: string, probability: number, customers: number, happened: number): readonly DriftRow[] {
  return Array.from({ length: customers }, (_, at) => ({ period, probability, outcome: Number(at < happened) }));
}

const only = (rows: readonly DriftRow[]) => measureDrift(rows)[0]!;

describe("measureDrift", () => {
  it("sets what was predicted beside what happened", () => {
    const period = only(rowsOf("2025-01", 0.2, 100, 23));
    expect(period).toMatchObject({ period: "2025-01", customers: 100, happened: 23, verdict: "as predicted" });
    expect(period.predicted).toBeCloseTo(20, 9);
    expect(period.low).toBeCloseTo(20 - 1.96 * 4, 2);
    expect(period.high).toBeCloseTo(20 + 1.96 * 4, 2);
  });

  it.each([
    [31, "as predicted"],
    [33, "more than predicted"],
    [9, "as predicted"],
    [7, "fewer than predicted"],
  ])("calls %i of 20 predicted %s", (happened, verdict) => {
    expect(only(rowsOf("a", 0.2, 100, happened)).verdict).toBe(verdict);
  });

  it.each([
    [65, "as predicted"],
    [66, "more than predicted"],
    [35, "as predicted"],
    [34, "fewer than predicted"],
  ])("calls %i of 50 predicted %s: three standard deviations of five are still chance", (happened, verdict) => {
    expect(only(rowsOf("a", 0.5, 100, happened)).verdict).toBe(verdict);
  });

  it("does not judge by a handful", () => {
    expect(only(rowsOf("a", 0.5, 19, 19)).verdict).toBe("unclear");
    expect(only(rowsOf("a", 0.5, 20, 20)).verdict).toBe("more than predicted");
  });

  it("has periods in order, each by itself", () => {
    const rows = [
      ...rowsOf("2025-02", 0.5, 40, 38),
      ...rowsOf("2025-01", 0.5, 40, 20),
      ...rowsOf("2025-10", 0.5, 40, 1),
    ];
    const periods = measureDrift(rows);
    expect(periods.map(({ period }) => period)).toEqual(["2025-01", "2025-02", "2025-10"]);
    expect(periods.map(({ verdict }) => verdict)).toEqual([
      "as predicted",
      "more than predicted",
      "fewer than predicted",
    ]);
    expect(measureDrift([...rows].reverse())).toEqual(periods);
  });

  it("keeps the interval within what can happen", () => {
    const low = only(rowsOf("a", 0.01, 30, 0));
    expect(low.low).toBe(0);
    const high = only(rowsOf("a", 0.99, 30, 30));
    expect(high.high).toBe(30);
  });

  it("is empty without scores", () => {
    expect(measureDrift([])).toEqual([]);
  });

  it("counts every row once", () => {
    const row = fc.record({
      period: fc.constantFrom("a", "b", "c"),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const periods = measureDrift(rows);
        expect(periods.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length);
        expect(periods.reduce((sum, { happened }) => sum + happened, 0)).toBe(
          rows.reduce((sum, { outcome }) => sum + outcome, 0),
        );
        for (const { low, predicted, high } of periods) {
          expect(low).toBeLessThanOrEqual(predicted);
          expect(high).toBeGreaterThanOrEqual(predicted);
        }
      }),
    );
  });

  it("gives hardly any alarm while probabilities are right", () => {
    const uniform = seededUniform(5);
    const rows = Array.from({ length: 4_000 }, (_, at): DriftRow => {
      const probability = uniform();
      return { period: `p${at % 40}`, probability, outcome: Number(uniform() < probability) };
    });
    const alarms = measureDrift(rows).filter(({ verdict }) => verdict !== "as predicted");
    expect(alarms.length).toBeLessThanOrEqual(1);
    const outside = measureDrift(rows).filter(({ happened, low, high }) => happened < low || happened > high);
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.length).toBeLessThan(7);
  });
});
