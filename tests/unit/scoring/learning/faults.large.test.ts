import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import type { Panel } from "@/lib/scoring/learning/panel";
import { ruleColumn } from "@/lib/scoring/learning/panel-plan";
import { type TrainedModel, trainOnPanel } from "@/lib/scoring/learning/train-on-panel";
import { panelOf } from "./support/panels";
import { categories, numbers } from "./support/tables";

const ROWS = 160;
const uniform = seededUniform(8);
const halves = Array.from({ length: ROWS }, (_, row) => row % 2);
const noise = Array.from({ length: ROWS }, () => uniform());
const told = halves.map((outcome) => outcome + 2 * uniform());

function trained(panel: Panel): TrainedModel {
  const result = trainOnPanel({ training: panel });
  if (!result.parameters) throw new Error(result.refused);
  return result;
}

/** Every number of a stored model, for JSON has no other words for NaN and infinity than null. */
function expectFinite(result: TrainedModel): void {
  const { groups, ...parameters } = result.parameters;
  expect(groups).toBeDefined();
  expect(JSON.stringify({ ...parameters, calibration: parameters.calibration ?? "none" })).not.toContain("null");
  for (const model of ["constant", "rules", "plain", "best"] as const) {
    expect(result.predictions[model].every((probability) => probability > 0 && probability < 1)).toBe(true);
  }
}

describe("signals that say nothing", () => {
  it("are refused when there is nothing else", () => {
    const result = trained(panelOf([numbers("x", noise)], halves));
    expect(result.refused).toMatch(/cannot be told from guessing|worse than guessing/);
    expectFinite(result);
  });

  it("may be constant, missing or absent altogether", () => {
    const columns = [
      numbers(
        "constant",
        halves.map(() => 7),
      ),
      numbers(
        "missing",
        halves.map(() => Number.NaN),
      ),
      categories(
        "one",
        halves.map(() => "same"),
      ),
      categories(
        "none",
        halves.map(() => ""),
      ),
    ];
    for (const some of [columns, [], [columns[1]!]]) {
      const result = trained(panelOf(some, halves));
      expect(result.refused).not.toBeNull();
      expectFinite(result);
    }
  });
});

describe("signals that say too much", () => {
  it("separate all customers, and the model stays finite", () => {
    const result = trained(
      panelOf([numbers("x", halves), numbers("same again", halves), numbers("noise", noise)], halves),
    );
    expect(result.refused).toBeNull();
    expect(result.evaluations.best.auc.value).toBe(1);
    expectFinite(result);
  });

  it("may come twice", () => {
    const once = trained(panelOf([numbers("x", told)], halves));
    const twice = trained(panelOf([numbers("x", told), numbers("y", told)], halves));
    expect(Math.abs(once.evaluations.best.auc.value - twice.evaluations.best.auc.value)).toBeLessThan(0.03);
    expectFinite(twice);
  });

  it("may be missing for some", () => {
    const gaps = told.map((one, row) => (row % 3 === 0 ? Number.NaN : one));
    expectFinite(trained(panelOf([numbers("x", gaps)], halves)));
  });
});

describe("rules in a learned model", () => {
  const hits = halves.map((outcome, row) => (outcome === 1 && row % 4 === 1 ? 0.7 : 0));
  const names = ["useful", "harmful", "silent"];
  const harmful = halves.map((outcome, row) => (outcome === 0 && row % 4 === 0 ? 0.7 : 0));
  const silent = halves.map(() => 0);
  const columns = [hits, harmful, silent].map((values, at) => numbers(ruleColumn(names[at]!), values));
  const { parameters, predictions } = trained(panelOf(columns, halves, names));
  const weights = new Map(parameters.ruleWeights);

  it("keep the admin's points where outcomes say nothing of them", () => {
    expect(weights.get("silent")).toBe(1);
    expect(parameters.ruleWeights.map(([key]) => key)).toEqual(names);
  });

  it("gain weight when outcomes agree and lose it when they do not", () => {
    expect(weights.get("useful")).toBeGreaterThan(1.2);
    expect(weights.get("harmful")).toBeLessThan(0.8);
  });

  it("are no terms", () => {
    expect(parameters.terms).toEqual([]);
    expect(parameters.signals).toEqual([]);
  });

  it("follow the admin the closer the more they are trusted", () => {
    const strict = trainOnPanel({ training: panelOf(columns, halves, names) }, { trust: 0.05 });
    const followed = new Map(strict.parameters?.ruleWeights);
    expect(Math.abs(followed.get("useful")! - 1)).toBeLessThan(0.1);
    expect(Math.abs(followed.get("harmful")! - 1)).toBeLessThan(0.1);
  });

  it("are predicted with alone, anchored to the base rate", () => {
    const mean = predictions.rules.reduce((sum, one) => sum + one, 0) / ROWS;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(predictions.rules[1]).toBeGreaterThan(predictions.rules[3]!);
  });
});
