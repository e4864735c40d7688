import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { applyCalibration } from "@/lib/scoring/model/calibration/apply-calibration";
import { fitCalibration } from "@/lib/scoring/model/calibration/fit-calibration";
import { fitIsotonic } from "@/lib/scoring/model/calibration/fit-isotonic";
import { fitPlatt } from "@/lib/scoring/model/calibration/fit-platt";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

/** Log-odds, and outcomes that really happen with a probability made from them. */
function simulate(rows: number, probabilityAt: (logOdds: number) => number, seed = 5) {
  const uniform = seededUniform(seed);
  const logOdds = Float64Array.from({ length: rows }, () => 6 * uniform() - 3);
  const outcomes = logOdds.map((one) => (uniform() < probabilityAt(one) ? 1 : 0));
  return { logOdds, outcomes };
}

const anyRows = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.boolean()), { minLength: 1, maxLength: 60 })
  .map((rows) => ({
    logOdds: rows.map(([quarters]) => quarters / 4),
    outcomes: rows.map(([, happened]) => Number(happened)),
  }));

describe("Platt scaling", () => {
  it("leaves alone what is right", () => {
    const { logOdds, outcomes } = simulate(20_000, sigmoid);
    const { slope, intercept } = fitPlatt(logOdds, outcomes);
    expect(slope).toBeCloseTo(1, 1);
    expect(intercept).toBeCloseTo(0, 1);
  });

  it("draws in probabilities that are too far apart, and shifts those that are too high", () => {
    const { logOdds, outcomes } = simulate(20_000, (one) => sigmoid(0.5 * one - 1));
    const calibration = fitPlatt(logOdds, outcomes);
    expect(calibration.slope).toBeCloseTo(0.5, 1);
    expect(calibration.intercept).toBeCloseTo(-1, 1);
    expect(applyCalibration(calibration, 2)).toBeCloseTo(0.5, 1);
  });

  it("does not claim certainty, not even for outcomes all alike or without any", () => {
    for (const outcomes of [[], [1], [0, 0, 0], [1, 1, 1, 1]]) {
      const calibration = fitPlatt(
        outcomes.map((_, at) => at),
        outcomes,
      );
      for (const logOdds of [-5, 0, 5]) {
        const probability = applyCalibration(calibration, logOdds);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThan(1);
      }
    }
  });

  it("draws the mean probability to Platt's targets", () => {
    const { logOdds, outcomes } = simulate(400, sigmoid, 9);
    const positives = outcomes.reduce((sum, one) => sum + one, 0);
    const targets = (positives * (positives + 1)) / (positives + 2) + (400 - positives) / (400 - positives + 2);
    const calibration = fitPlatt(logOdds, outcomes);
    const mean = logOdds.reduce((sum, one) => sum + applyCalibration(calibration, one), 0);
    expect(mean).toBeCloseTo(targets, 1);
  });
});

describe("isotonic regression", () => {
  it("keeps what already rises", () => {
    const calibration = fitIsotonic([0, 0, 1, 1, 2, 2, 3, 3], [0, 0, 0, 1, 0, 1, 1, 1]);
    expect(calibration.logOdds).toEqual([0, 1, 2, 3]);
    expect(calibration.probabilities).toEqual([0.1, 0.5, 0.5, 0.9]);
  });

  it("pools what does not", () => {
    const calibration = fitIsotonic([1, 2, 3, 4, 5, 6], [0, 1, 0, 0, 1, 1]);
    expect(calibration.logOdds).toEqual([1, 2, 4, 5, 6]);
    expect(calibration.probabilities).toEqual([0.125, 1 / 3, 1 / 3, 0.875, 0.875]);
  });

  it("pools back over several blocks", () => {
    expect(fitIsotonic([1, 2, 3, 4], [1, 1, 0, 0])).toMatchObject({ logOdds: [1, 4], probabilities: [0.5, 0.5] });
  });

  it("draws straight lines between points, and goes on level beyond them", () => {
    const calibration = { type: "isotonic", logOdds: [-1, 0, 2], probabilities: [0.1, 0.3, 0.7] } as const;
    const at = (logOdds: number) => applyCalibration(calibration, logOdds);
    expect([-9, -1, -0.5, 0, 1, 2, 9].map(at)).toEqual([0.1, 0.1, expect.closeTo(0.2, 12), 0.3, 0.5, 0.7, 0.7]);
  });

  it("keeps away from certainty by what its rows can support", () => {
    expect(fitIsotonic([1, 2], [0, 1]).probabilities).toEqual([0.25, 0.75]);
  });

  it("finds a shape that no slope and intercept have", () => {
    const shape = (logOdds: number) => (logOdds < 0 ? 0.1 : 0.6);
    const { logOdds, outcomes } = simulate(40_000, shape);
    const calibration = fitIsotonic(logOdds, outcomes);
    for (const one of [-2, -0.5, 0.5, 2]) expect(applyCalibration(calibration, one)).toBeCloseTo(shape(one), 1);
  });

  it("never falls, stays within 0 and 1, keeps the mean, and does not care about the order of rows", () => {
    fc.assert(
      fc.property(anyRows, ({ logOdds, outcomes }) => {
        const calibration = fitIsotonic(logOdds, outcomes);
        const { probabilities } = calibration;
        expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
        for (const probability of probabilities) expect(probability > 0 && probability < 1).toBe(true);
        expect(calibration.logOdds).toEqual([...calibration.logOdds].sort((a, b) => a - b));
        expect(fitIsotonic(logOdds.toReversed(), outcomes.toReversed())).toEqual(calibration);
        const mean = logOdds.reduce((sum, one) => sum + applyCalibration(calibration, one), 0) / logOdds.length;
        const base = outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length;
        expect(Math.abs(mean - base)).toBeLessThanOrEqual(1 / (outcomes.length + 2) + 1e-12);
      }),
    );
  });

  it("is the largest of the least means, as the theory of isotonic regression has it", () => {
    fc.assert(
      fc.property(anyRows, ({ logOdds, outcomes }) => {
        const calibration = fitIsotonic(logOdds, outcomes);
        const margin = 1 / (outcomes.length + 2);
        const distinct = [...new Set(logOdds)].sort((a, b) => a - b);
        const meanBetween = (from: number, to: number) => {
          const within = outcomes.filter((_, row) => logOdds[row]! >= from && logOdds[row]! <= to);
          return within.reduce((sum, one) => sum + one, 0) / within.length;
        };
        for (const at of distinct) {
          const least = distinct
            .filter((from) => from <= at)
            .map((from) => Math.min(...distinct.filter((to) => to >= at).map((to) => meanBetween(from, to))));
          const expected = Math.min(1 - margin, Math.max(margin, ...least));
          expect(applyCalibration(calibration, at)).toBeCloseTo(expected, 10);
        }
      }),
    );
  });

  it("refuses to calibrate on nothing", () => {
    expect(() => fitIsotonic([], [])).toThrow(RangeError);
  });
});

describe("the choice between them", () => {
  it.each([
    { positives: 999, type: "platt" },
    { positives: 1_000, type: "isotonic" },
  ])("is $type with $positives break-ups", ({ positives, type }) => {
    const logOdds = Float64Array.from({ length: 2_500 }, (_, row) => (row % 50) / 10);
    const outcomes = Uint8Array.from({ length: 2_500 }, (_, row) => (row < positives ? 1 : 0));
    expect(fitCalibration(logOdds, outcomes).type).toBe(type);
  });
});
