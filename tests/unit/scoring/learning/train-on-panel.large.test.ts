import { describe, expect, it } from "vitest";
import { evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import { buildPanel } from "@/lib/scoring/learning/build-panel";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { applyLearnedModel } from "@/lib/scoring/learning/learn-model";
import { learnedObserver } from "@/lib/scoring/learning/learned-observer";
import { UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { scoreLearned } from "@/lib/scoring/learning/score-learned";
import { countSeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import { surveyCustomers } from "@/lib/scoring/learning/survey-customers";
import { trainOnPanel } from "@/lib/scoring/learning/train-on-panel";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { inactivitySetup, noon, shoppers } from "./support/customers";

const RULES: readonly RuleDefinition[] = [
  {
    key: "complaints",
    label: "Complaints",
    category: "complaint",
    signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 },
    effect: { type: "step", thresholds: [{ from: 1, points: 20 }] },
    missing: "ignore",
  },
];
const TRAIN = [noon(200), noon(290), noon(380)];
const TEST = noon(600);

function train(customers: readonly CustomerCase[], setup: PanelSetup) {
  const survey = surveyCustomers(setup, TRAIN);
  for (const customer of customers) survey.visit(customer);
  const plan = survey.plan();
  const training = buildPanel(setup, plan, TRAIN);
  const test = buildPanel(setup, plan, [TEST]);
  const season = countSeasonalRate(setup, TEST);
  for (const customer of customers) {
    training.visit(customer);
    test.visit(customer);
    season.visit(customer);
  }
  const panels = { training: training.finish(), test: test.finish() };
  const seasonalRate = season.finish()?.rate ?? null;
  return { plan, ...panels, seasonalRate, result: trainOnPanel({ ...panels, seasonalRate }) };
}

describe("trainOnPanel", () => {
  const setup = inactivitySetup({ rules: RULES });
  const customers = shoppers(250, 1);
  const { result, test, seasonalRate } = train(customers, setup);
  if (!result.parameters) throw new Error(result.refused);
  const { parameters, predictions } = result;

  it("learns what announces a break-up", () => {
    expect(result.refused).toBeNull();
    expect(result.evaluations.best.auc.value).toBeGreaterThan(0.7);
    expect(result.evaluations.best.logLoss.value).toBeLessThan(result.evaluations.constant.logLoss.value);
  });

  it("stores parameters that give the same probabilities, customer by customer, and add up", () => {
    const observe = learnedObserver(setup, parameters);
    const byId = new Map(customers.map((customer) => [customer.externalId, customer]));
    expect(predictions.ids.length).toBeGreaterThan(50);
    predictions.ids.forEach((id, row) => {
      const score = scoreLearned(JSON.parse(JSON.stringify(parameters)), observe(byId.get(id)!, TEST));
      expect(sigmoid(score.logOdds)).toBeCloseTo(predictions.best[row]!, 12);
      const sum = [...score.rules, ...score.terms].reduce((total, one) => total + one, score.intercept);
      expect(sum).toBeCloseTo(score.logOdds, 9);
    });
  });

  it("is re-anchored to the rate of the same season", () => {
    expect(seasonalRate).not.toBeNull();
    const mean = predictions.best.reduce((total, one) => total + one, 0) / test.rows;
    expect(mean).toBeCloseTo(seasonalRate!, 9);
  });

  it("gives the same bits whatever order customers come in", () => {
    const again = train([...customers].reverse(), setup);
    expect(again.result.parameters).toEqual(parameters);
  });
});

describe("training without a test", () => {
  const setup = inactivitySetup({ rules: RULES });
  const customers = shoppers(120, 2);
  const { training, test } = train(customers, setup);
  const unknown = { ...test, outcomes: test.outcomes.map(() => UNKNOWN_OUTCOME) };
  const alone = trainOnPanel({ training });
  if (!alone.parameters) throw new Error(alone.refused);

  it("predicts every training row by models of other customers", () => {
    expect(alone.predictions.outOfFold).toBe(true);
    expect(alone.predictions.ids).toEqual(training.groups);
    expect([...alone.predictions.outcomes]).toEqual([...training.outcomes]);
    expect(alone.predictions.learned).toHaveLength(5);
    for (const model of ["constant", "rules", "plain", "best"] as const) {
      expect(alone.predictions[model].every((one) => one > 0 && one < 1)).toBe(true);
    }
  });

  it("is more modest than the fit to the rows themselves", () => {
    const fitted = applyLearnedModel(alone.learned, training).map(sigmoid);
    const { logLoss } = evaluatePredictions(fitted, training.outcomes, { resamples: 10, seed: 1 });
    expect(alone.evaluations.best.logLoss.value).toBeGreaterThan(logLoss.value);
  });

  it("knows the base rate of the other customers only", () => {
    const rates = new Set(alone.predictions.constant);
    expect(rates.size).toBeGreaterThan(1);
    expect(rates.size).toBeLessThanOrEqual(5);
  });

  it("re-anchors to customers whose outcome is not known, and measures on others", () => {
    const anchored = trainOnPanel({ training, test: unknown, seasonalRate: 0.3 });
    if (!anchored.parameters) throw new Error(anchored.refused);
    expect(anchored.predictions.outOfFold).toBe(true);
    expect(anchored.evaluations.best.auc).toEqual(alone.evaluations.best.auc);
    const { shift } = anchored.parameters;
    const mean = applyLearnedModel(anchored.learned, unknown).reduce((sum, one) => sum + sigmoid(one + shift), 0);
    expect(mean / unknown.rows).toBeCloseTo(0.3, 9);
    expect({ ...anchored.parameters, shift: 0 }).toEqual(alone.parameters);
  });

  it("does not shift where no rate of a year before is known", () => {
    expect(alone.parameters.shift).toBe(0);
  });
});
