import { describe, expect, it } from "vitest";
import { UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import { ruleColumn } from "@/lib/scoring/learning/panel-plan";
import { trainOnPanel } from "@/lib/scoring/learning/train-on-panel";
import { panelOf } from "./support/panels";
import { numbers } from "./support/tables";

// Rules alone leave nothing to choose but the width of the prior: the quickest training there is.
const ROWS = 64;
const outcomes = Array.from({ length: ROWS }, (_, row) => row % 2);
const points = outcomes.map((outcome, row) => (outcome === 1 && row % 4 === 1 ? 0.7 : 0));
const silent = outcomes.map(() => 0);
const columns = [numbers(ruleColumn("useful"), points), numbers(ruleColumn("silent"), silent)];
const panel = panelOf(columns, outcomes, ["useful", "silent"]);

function train(input: Parameters<typeof trainOnPanel>[0], options?: Parameters<typeof trainOnPanel>[1]) {
  const result = trainOnPanel(input, options);
  if (!result.parameters) throw new Error(result.refused);
  return result;
}

describe("training on rules alone", () => {
  const said: string[] = [];
  const result = train({ training: panel }, { report: (progress) => said.push(progress) });

  it("weighs the rules, and keeps the points of one that never counted", () => {
    const weights = new Map(result.parameters.ruleWeights);
    expect(weights.get("useful")).toBeGreaterThan(1);
    expect(weights.get("silent")).toBe(1);
    expect(result.parameters.shift).toBe(0);
    expect(result.trainRows).toBe(ROWS);
  });

  it("predicts each row by a model of other customers, in every model", () => {
    const { outOfFold, unanchored, ids, learned, constant, rules, plain, best } = result.predictions;
    expect({ outOfFold, unanchored, ids, models: learned.length }).toEqual({
      outOfFold: true,
      unanchored: null,
      ids: panel.groups,
      models: 5,
    });
    for (const row of outcomes.keys()) {
      // Rows with the rule's points and without: the same order in the rules and in what was learned of them.
      const other = points[row] === 0 ? 1 : 2;
      const [more, less] = points[row] === 0 ? [other, row] : [row, other];
      expect(rules[more]).toBeGreaterThan(rules[less]!);
      expect(best[more]).toBeGreaterThan(best[less]!);
      expect(Math.abs(constant[row]! - 0.5)).toBeLessThan(0.1);
      expect(plain[row]).toBeCloseTo(constant[row]!, 6);
    }
    expect([...result.predictions.asOfMs]).toEqual(silent);
  });

  it("measures every model, and says what it is doing", () => {
    expect(Object.keys(result.evaluations)).toEqual(["constant", "rules", "plain", "best"]);
    expect(result.evaluations.rules.auc.value).toBeGreaterThan(result.evaluations.plain.auc.value);
    expect(result.evaluations.rules.auc.value).toBeGreaterThan(0.5);
    expect(said.at(-1)).toBe("measuring");
  });
});

describe("a rate that is the same for everyone", () => {
  const { evaluations, predictions } = train({ training: panel });

  it("puts nobody before anybody, although the rates of others differ from fold to fold", () => {
    expect(new Set(predictions.constant).size).toBeGreaterThan(1);
    const { auc, averagePrecision, lift10 } = evaluations.constant;
    expect(auc).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(lift10).toEqual({ value: 1, low: 1, high: 1 });
    const share = outcomes.filter((outcome) => outcome === 1).length / outcomes.length;
    expect(averagePrecision.value).toBeCloseTo(share, 12);
  });

  it("is judged by the rates of others in all that is not about order", () => {
    const squares = outcomes.map((outcome, row) => (outcome - predictions.constant[row]!) ** 2);
    const brier = squares.reduce((sum, square) => sum + square, 0) / outcomes.length;
    expect(evaluations.constant.brier.value).toBeCloseTo(brier, 12);
  });
});

describe("training with a test", () => {
  const test = { ...panel, groups: panel.groups.map((group) => `later ${group}`), asOfMs: panel.asOfMs.map(() => 9) };

  it("predicts its rows by the model of all training rows", () => {
    const { predictions, learned } = train({ training: panel, test });
    const { outOfFold, unanchored, ids, constant, best } = predictions;
    expect({ outOfFold, unanchored, ids }).toEqual({ outOfFold: false, unanchored: null, ids: test.groups });
    expect(predictions.learned).toEqual([learned]);
    expect([...constant]).toEqual(outcomes.map(() => 0.5));
    expect(best[1]).toBeGreaterThan(best[3]!);
    expect([...predictions.asOfMs]).toEqual(outcomes.map(() => 9));
    expect([...predictions.outcomes]).toEqual(outcomes);
  });

  it("re-anchors to the rate of the season, and keeps what was said before", () => {
    const { predictions, parameters } = train({ training: panel, test, seasonalRate: 0.2 });
    const mean = (probabilities: Float64Array) => probabilities.reduce((sum, one) => sum + one, 0) / ROWS;
    expect(mean(predictions.best)).toBeCloseTo(0.2, 9);
    expect(parameters.shift).toBeLessThan(-1);
    expect(mean(predictions.unanchored!)).toBeCloseTo(0.5, 1);
  });

  it("leaves out rows of unknown outcome, and with no other goes back to the training rows", () => {
    const known = (row: number) => row % 8 !== 0;
    const some = Uint8Array.from(outcomes, (outcome, row) => (known(row) ? outcome : UNKNOWN_OUTCOME));
    const partly = train({ training: panel, test: { ...test, outcomes: some } });
    expect(partly.predictions.ids).toEqual(test.groups.filter((_, row) => known(row)));
    const nothing = { ...test, outcomes: some.map(() => UNKNOWN_OUTCOME) };
    const alone = train({ training: panel, test: nothing, seasonalRate: 0.2 });
    expect(alone.predictions.outOfFold).toBe(true);
    expect(alone.parameters.shift).toBeLessThan(-1);
    expect(train({ training: panel, test: panelOf([], []), seasonalRate: 0.2 }).parameters.shift).toBe(0);
  });

  it("trusts the admin as much as it is told to", () => {
    const weightBy = (trust: number) => new Map(train({ training: panel, test }, { trust }).parameters.ruleWeights);
    expect(Math.abs(weightBy(0.01).get("useful")! - 1)).toBeLessThan(0.01);
    expect(weightBy(1).get("useful")).toBeGreaterThan(1.3);
  });
});
