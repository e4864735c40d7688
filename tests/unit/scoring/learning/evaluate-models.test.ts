import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { evaluateModels } from "@/lib/scoring/learning/evaluate-models";

const ROWS = 400;
const FOLDS = 4;
const uniform = seededUniform(3);
const outcomes = Uint8Array.from({ length: ROWS }, () => (uniform() < 0.2 ? 1 : 0));

/** What the others' rate is: highest where the fewest broke up. */
function ratesOfOthers(): Float64Array {
  const leftIn = (fold: number) => outcomes.reduce((sum, left, row) => sum + (row % FOLDS === fold ? left : 0), 0);
  const all = outcomes.reduce((sum, left) => sum + left, 0);
  return Float64Array.from({ length: ROWS }, (_, row) => (all - leftIn(row % FOLDS)) / (ROWS - ROWS / FOLDS));
}

function evaluated(outOfFold: boolean) {
  const knows = Float64Array.from(outcomes, (left) => 0.1 + 0.5 * left * uniform() + 0.2 * uniform());
  return evaluateModels({
    ids: Array.from({ length: ROWS }, (_, row) => `c${row}`),
    asOfMs: new Float64Array(ROWS),
    outcomes,
    constant: ratesOfOthers(),
    rules: new Float64Array(ROWS).fill(0.2),
    plain: knows,
    best: knows,
    unanchored: null,
    outOfFold,
    learned: [],
  });
}

describe("a constant rate", () => {
  it("that is the rate of the others in each fold orders nobody, and has no slope", () => {
    const { constant } = evaluated(true);
    expect(constant.auc).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(constant.lift10.value).toBeCloseTo(1, 10);
    expect(constant.slope.value).toBeNaN();
  });

  it("keeps its own error in what it foretells", () => {
    const { constant, rules } = evaluated(true);
    expect(constant.brier.value).not.toBe(rules.brier.value);
    expect(constant.logLoss.value).toBeGreaterThan(0);
  });
});

it("measures each model by its own probabilities", () => {
  const { rules, best } = evaluated(false);
  expect(rules.auc.value).toBe(0.5);
  expect(best.auc.value).toBeGreaterThan(0.6);
});
