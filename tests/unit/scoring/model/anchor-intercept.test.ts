import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { timesAsMany } from "../support/times-as-many";

function meanProbability(logits: Float64Array, intercept: number): number {
  return logits.reduce((sum, logit) => sum + sigmoid(logit + intercept), 0) / logits.length;
}

describe("anchoring the intercept", () => {
  it("is the log-odds of the base rate when there is nobody", () => {
    expect(anchorIntercept(new Float64Array(0), 0.1)).toBeCloseTo(Math.log(1 / 9), 12);
    expect(anchorIntercept(new Float64Array(0), 0.5)).toBe(0);
  });

  it("is the log-odds of the base rate, less what everyone has in common", () => {
    expect(anchorIntercept(new Float64Array(7).fill(1.5), 0.2)).toBeCloseTo(Math.log(0.25) - 1.5, 10);
  });

  it("makes the mean probability the base rate, for any customers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (logits, baseRate) => {
          const customers = Float64Array.from(logits);
          expect(meanProbability(customers, anchorIntercept(customers, baseRate))).toBeCloseTo(baseRate, 9);
        },
      ),
      { numRuns: timesAsMany(5) },
    );
  });

  it("does not care how customers differ from each other, only about the mean", () => {
    const logits = Float64Array.of(-8, -3, 0, 0.5, 2, 9);
    const shifted = logits.map((logit) => logit + 2.5);
    expect(anchorIntercept(shifted, 0.3)).toBeCloseTo(anchorIntercept(logits, 0.3) - 2.5, 9);
  });

  it("rises with the base rate", () => {
    const logits = Float64Array.of(-2, 0, 1, 4);
    const rates = [0, 0.001, 0.05, 0.3, 0.8, 0.999, 1];
    const intercepts = rates.map((rate) => anchorIntercept(logits, rate));
    expect(intercepts).toEqual([...intercepts].sort((a, b) => a - b));
  });

  it.each([0, -3, 1e-12])("stays finite at a base rate of %d", (baseRate) => {
    const intercept = anchorIntercept(Float64Array.of(0, 0), baseRate);
    expect(intercept).toBeCloseTo(Math.log(1e-6), 4);
  });

  it.each([1, 2])("stays finite at a base rate of %d", (baseRate) => {
    expect(anchorIntercept(Float64Array.of(0, 0), baseRate)).toBeCloseTo(-Math.log(1e-6), 4);
  });

  it("stays within 50 of 0, however far away customers are", () => {
    expect(anchorIntercept(new Float64Array(3).fill(700), 0.5)).toBeGreaterThanOrEqual(-50);
    expect(anchorIntercept(new Float64Array(3).fill(-700), 0.5)).toBeLessThanOrEqual(50);
  });

  it("solves where Newton's steps alone would run away", () => {
    const logits = Float64Array.of(-40, -40, -40, 40);
    expect(meanProbability(logits, anchorIntercept(logits, 0.5))).toBeCloseTo(0.5, 9);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses a base rate of %s", (baseRate) => {
    expect(() => anchorIntercept(new Float64Array(0), baseRate)).toThrow(RangeError);
  });
});

describe("sigmoid", () => {
  it.each([
    { logOdds: 0, probability: 0.5 },
    { logOdds: Math.LN2, probability: 2 / 3 },
    { logOdds: -Math.log(9), probability: 0.1 },
    { logOdds: 800, probability: 1 },
    { logOdds: -800, probability: 0 },
    { logOdds: Number.POSITIVE_INFINITY, probability: 1 },
    { logOdds: Number.NEGATIVE_INFINITY, probability: 0 },
  ])("is $probability at $logOdds", ({ logOdds, probability }) => {
    expect(sigmoid(logOdds)).toBeCloseTo(probability, 14);
  });

  it("is symmetric, rises, and stays within 0 and 1", () => {
    const anyLogOdds = fc.double({ min: -1_000, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(anyLogOdds, anyLogOdds, (one, other) => {
        expect(sigmoid(one) + sigmoid(-one)).toBeCloseTo(1, 14);
        expect(sigmoid(Math.max(one, other))).toBeGreaterThanOrEqual(sigmoid(Math.min(one, other)));
        expect(sigmoid(one)).toBeGreaterThanOrEqual(0);
        expect(sigmoid(one)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("keeps its precision for small probabilities", () => {
    expect(sigmoid(-40) / Math.exp(-40)).toBeCloseTo(1, 14);
  });
});
