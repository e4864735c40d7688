import { describe, expect, it } from "vitest";
import { describeChoice } from "@/lib/evaluation/describe-choice";
import type { EvaluationTask } from "@/lib/evaluation/evaluation-task";
import { predictTest } from "@/lib/evaluation/predict-test";
import { evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import { simulated } from "../scoring/learning/support/tables";

const training = simulated({ rows: 400, seed: 1, logOdds: (x) => x });
const test = simulated({ rows: 200, seed: 2, logOdds: (x) => x });

function task(given: Partial<EvaluationTask> = {}): EvaluationTask {
  return {
    name: "telco",
    training,
    test,
    plainColumns: new Set(["x", "plan"]),
    rules: [],
    folds: 3,
    seasonalRate: null,
    ...given,
  };
}

const predict = (given: Partial<EvaluationTask> = {}) => predictTest(task(given), () => {});
const mean = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((sum, one) => sum + one, 0) / numbers.length;

describe("predictTest", () => {
  it("gives every test row the training rows' base rate as the constant", () => {
    expect(new Set(predict().constant)).toEqual(new Set([mean(training.outcomes)]));
  });

  it("predicts as many rows as there are to test on", () => {
    const { constant, plain, best, rules, unanchored, learned } = predict();
    for (const probabilities of [constant, plain, best]) expect(probabilities).toHaveLength(200);
    expect([rules, unanchored]).toEqual([null, null]);
    expect(learned).toHaveLength(1);
  });

  it("does not look at the outcomes of test rows", () => {
    const swapped = { ...test, outcomes: test.outcomes.map((outcome) => 1 - outcome) };
    expect(predict({ test: swapped })).toEqual(predict());
  });

  it("anchors the best model, and nothing else, to the rate of the season", () => {
    const anchored = predict({ seasonalRate: 0.2 });
    const free = predict();
    expect(mean(anchored.best)).toBeCloseTo(0.2, 9);
    expect(anchored.unanchored).toEqual(free.best);
    expect(anchored.plain).toEqual(free.plain);
    const order = (probabilities: Float64Array) =>
      [...probabilities.keys()].sort((a, b) => probabilities[a]! - probabilities[b]!);
    expect(order(anchored.best)).toEqual(order(free.best));
  });

  it("takes stated points as they are, around the base rate", () => {
    const rules = [{ column: "x", appliesTo: (x: string | number) => Number(x) > 0, points: 20 }];
    const { rules: probabilities } = predict({ rules });
    const odds = [...new Set(probabilities)].map((one) => one / (1 - one)).sort((a, b) => a - b);
    expect(odds).toHaveLength(2);
    expect(odds[1]! / odds[0]!).toBeCloseTo(2, 9);
  });

  it("predicts each row by models of others when there are no test rows", () => {
    const { best, constant, learned } = predict({ test: null });
    expect(best).toHaveLength(400);
    expect(learned).toHaveLength(3);
    expect(new Set(constant).size).toBeGreaterThan(1);
    for (const probability of best) expect(probability).toBeGreaterThan(0);
  });
});

describe("describeChoice", () => {
  const { learned, best } = predict();
  const after = evaluatePredictions(best, test.outcomes, { resamples: 20, seed: 1 });

  it("names the terms, the width and the calibration", () => {
    const { models, anchoring } = describeChoice(learned, { seasonalRate: null, before: null, after });
    expect(anchoring).toBeNull();
    expect(models[0]!.terms).toHaveProperty("x");
    expect(models[0]!.priorSd).toBe(learned[0]!.design.priorSd);
    expect(["none", "platt", "isotonic"]).toContain(models[0]!.calibration);
    expect(models[0]!.crossValidatedLogLoss).toBeLessThan(Math.LN2);
  });

  it("says the calibration error before and after anchoring", () => {
    const before = { ...after, ece: { value: 0.2, low: 0.1, high: 0.3 } };
    const { anchoring } = describeChoice(learned, { seasonalRate: 0.4, before, after });
    expect(anchoring).toEqual({ seasonalRate: 0.4, eceBefore: 0.2, eceAfter: after.ece.value });
  });
});
