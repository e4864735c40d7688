import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { contributionOf } from "@/lib/scoring/learning/contribution-of";
import { deriveValue } from "@/lib/scoring/learning/derive-value";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { type LearnedInput, scoreLearned } from "@/lib/scoring/learning/score-learned";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

const PARAMETERS: LearnedParameters = {
  signals: [
    { name: "seats", spec: { type: "trait-number", trait: "seats" } },
    { name: "spent", spec: { type: "trait-number", trait: "spent" } },
  ],
  categories: [{ name: "plan", trait: "plan" }],
  derived: [
    { type: "ratio", name: "spent per seat", numerator: "spent", denominator: "seats" },
    { type: "pair", name: "plan × seats", first: "plan", second: "seats", cuts: [10, 20] },
  ],
  intercept: -1,
  ruleWeights: [
    ["complaints", 0.5],
    ["silence", 2],
  ],
  terms: [
    { column: "seats", encoding: { type: "linear", mean: 10, sd: 5, marksMissing: true }, coefficients: [0.4, -0.3] },
    { column: "plan", encoding: { type: "levels", levels: ["basic", "pro"] }, coefficients: [0.25, -0.5] },
    {
      column: "spent per seat",
      encoding: { type: "bins", edges: [2], weights: [-1, 1], missingWeight: 0.1 },
      coefficients: [0.5],
    },
    { column: "plan × seats", encoding: { type: "levels", levels: ["pro × 1", "pro × 2"] }, coefficients: [0.6, 0.7] },
  ],
  groups: [],
  calibration: null,
  shift: 0,
};
const INPUT: LearnedInput = { signals: [15, 45], categories: ["pro"], rules: [0.7, 0.1] };
const RAW = -1 + 0.35 + 0.2 + 0.4 - 0.5 + 0.5 + 0.6;
const PLATT: Calibration = { type: "platt", intercept: 0.2, slope: 0.8 };
const ISOTONIC: Calibration = { type: "isotonic", logOdds: [-3, -1, 0, 2], probabilities: [0.1, 0.3, 0.3, 0.8] };

const totalOf = ({ intercept, rules, terms }: ReturnType<typeof scoreLearned>) =>
  [...rules, ...terms].reduce((total, one) => total + one, intercept);

describe("scoreLearned", () => {
  it("adds up intercept, weighed rules and terms", () => {
    const score = scoreLearned(PARAMETERS, INPUT);
    expect(score.logOdds).toBeCloseTo(RAW, 12);
    expect(score.intercept).toBe(-1);
    [0.35, 0.2].forEach((expected, at) => {
      expect(score.rules[at]).toBeCloseTo(expected, 12);
    });
    [0.4, -0.5, 0.5, 0.6].forEach((expected, at) => {
      expect(score.terms[at]).toBeCloseTo(expected, 12);
    });
  });

  it("takes what is missing as training did", () => {
    const score = scoreLearned(PARAMETERS, { signals: [Number.NaN, 45], categories: [""], rules: [0, 0] });
    expect([...score.terms]).toEqual([-0.3, 0, 0.05, 0]);
    expect(score.logOdds).toBeCloseTo(-1.25, 12);
  });

  it("gives nothing for a level that training did not see", () => {
    expect(scoreLearned(PARAMETERS, { ...INPUT, categories: ["gold"] }).terms[1]).toBe(0);
  });

  it("shifts the intercept to the season, and nothing else", () => {
    const score = scoreLearned({ ...PARAMETERS, shift: 0.3 }, INPUT);
    expect(score.intercept).toBeCloseTo(-0.7, 12);
    expect(score.logOdds).toBeCloseTo(RAW + 0.3, 12);
    expect([...score.terms]).toEqual([...scoreLearned(PARAMETERS, INPUT).terms]);
  });

  it("scales contributions by the slope of a calibration", () => {
    const score = scoreLearned({ ...PARAMETERS, calibration: PLATT }, INPUT);
    expect(score.logOdds).toBeCloseTo(0.2 + 0.8 * RAW, 12);
    expect(score.intercept).toBeCloseTo(0.2 - 0.8, 12);
    expect(score.terms[0]).toBeCloseTo(0.4 * 0.8, 12);
    expect(score.rules[1]).toBeCloseTo(0.2 * 0.8, 12);
  });

  it("is the calibrated probability of a curve, too", () => {
    const score = scoreLearned({ ...PARAMETERS, calibration: ISOTONIC, shift: 0.5 }, INPUT);
    expect(sigmoid(score.logOdds - 0.5)).toBeCloseTo(0.3 + 0.5 * (RAW / 2), 12);
    expect(sigmoid(score.intercept - 0.5)).toBeCloseTo(0.3, 12);
    expect(totalOf(score)).toBeCloseTo(score.logOdds, 12);
  });

  it("has no reasons where everything contributes nothing", () => {
    const none = { ...PARAMETERS, terms: [], calibration: PLATT };
    const score = scoreLearned(none, { ...INPUT, rules: [0, 0] });
    expect(score.logOdds).toBe(score.intercept);
    expect([...score.rules]).toEqual([0, 0]);
  });

  it("adds up for any customer, calibration and shift", () => {
    const number = fc.double({ min: -1_000, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(fc.oneof(number, fc.constant(Number.NaN)), number),
        fc.constantFrom("", "basic", "pro", "gold"),
        fc.tuple(number, number),
        fc.constantFrom(null, PLATT, ISOTONIC),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (signals, plan, rules, calibration, shift) => {
          const score = scoreLearned({ ...PARAMETERS, calibration, shift }, { signals, categories: [plan], rules });
          expect(Number.isFinite(score.logOdds)).toBe(true);
          expect(Math.abs(totalOf(score) - score.logOdds)).toBeLessThan(1e-9 * (1 + Math.abs(score.logOdds)));
        },
      ),
    );
  });

  it("sums terms of one column", () => {
    const [seats] = PARAMETERS.terms as [LearnedParameters["terms"][number]];
    const twice = { ...PARAMETERS, terms: [seats, { ...seats, coefficients: [0.1, 0] }] };
    expect([...scoreLearned(twice, INPUT).terms]).toEqual([0.4, 0.1]);
  });
});

describe("deriveValue", () => {
  const ratio = { type: "ratio", name: "r", numerator: "a", denominator: "b" } as const;
  const pair = { type: "pair", name: "p", first: "a", second: "b", cuts: [1, 5] } as const;

  it.each([
    [6, 3, 2],
    [-6, 4, -1.5],
    [0, 3, 0],
  ])("divides %f by %f", (one, other, expected) => {
    expect(deriveValue(ratio, one, other)).toBe(expected);
  });

  it.each([
    [6, 0],
    [0, 0],
    [Number.NaN, 3],
    [6, Number.NaN],
  ])("has no ratio of %f to %f", (one, other) => {
    expect(deriveValue(ratio, one, other)).toBeNaN();
  });

  it.each([
    ["pro", 0.5, "pro × 0"],
    ["pro", 1, "pro × 1"],
    ["pro", 4.9, "pro × 1"],
    ["pro", 5, "pro × 2"],
    ["", 5, "? × 2"],
    ["pro", Number.NaN, "pro × ?"],
    ["pro", "monthly", "pro × monthly"],
    ["pro", "", "pro × ?"],
  ])("puts %s and %s together", (first, second, expected) => {
    expect(deriveValue(pair, first, second)).toBe(expected);
  });
});

describe("calibratedLogOdds", () => {
  it("is a line for Platt's numbers, however far out", () => {
    expect(calibratedLogOdds(PLATT, 100)).toBeCloseTo(80.2, 9);
    expect(calibratedLogOdds(PLATT, -100)).toBeCloseTo(-79.8, 9);
  });

  it("keeps away from certainty", () => {
    const certain: Calibration = { type: "isotonic", logOdds: [0, 1], probabilities: [0, 1] };
    expect(calibratedLogOdds(certain, -5)).toBeCloseTo(Math.log(1e-6 / (1 - 1e-6)), 9);
    expect(calibratedLogOdds(certain, 5)).toBeCloseTo(-Math.log(1e-6 / (1 - 1e-6)), 6);
  });
});

describe("contributionOf", () => {
  it("is the admin's points times the weight", () => {
    const term = { column: "rule:a", encoding: { type: "points" }, coefficients: [0.5] } as const;
    expect(contributionOf(term, 1.4)).toBeCloseTo(0.7, 12);
    expect(contributionOf(term, Number.NaN)).toBe(0);
  });
});
