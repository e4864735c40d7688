import { describe, expect, it } from "vitest";
import type { ModelDesign } from "@/lib/scoring/learning/additive-model";
import type { Shape } from "@/lib/scoring/learning/encoding";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { contributionsOf, predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { categories, labelled, numbers, simulated } from "./support/tables";

const LINEAR_TRUTH = simulated({ rows: 4_000, seed: 1, logOdds: (x, plan) => x - 1 + (plan === "basic" ? 1 : 0) });

function design(priorSd: number, shapes: Readonly<Record<string, Shape>> = {}): ModelDesign {
  return { priorSd, shapes: new Map(Object.entries(shapes)) };
}

function meanProbability(table: LabelledTable, given: ModelDesign): number {
  const logOdds = predictLogOdds(fitAdditiveModel(table, given), table);
  return logOdds.map(sigmoid).reduce((sum, one) => sum + one, 0) / table.rows;
}

describe("fitAdditiveModel", () => {
  it("finds the odds of two groups", () => {
    const outcomes = [
      ...new Array(30).fill(1),
      ...new Array(10).fill(0),
      ...new Array(10).fill(1),
      ...new Array(30).fill(0),
    ];
    const plans = outcomes.map((_, row) => (row < 40 ? "basic" : "pro"));
    const table = labelled([categories("plan", plans)], outcomes);
    const logOdds = predictLogOdds(fitAdditiveModel(table, design(1_000)), table);
    expect(logOdds[0]).toBeCloseTo(Math.log(3), 4);
    expect(logOdds[79]).toBeCloseTo(-Math.log(3), 4);
  });

  it("finds a linear truth", () => {
    const model = fitAdditiveModel(LINEAR_TRUTH, design(3));
    const [x, noise, plan] = model.terms;
    const slope = x!.coefficients[0]! / (x!.encoding as { sd: number }).sd;
    expect(slope).toBeGreaterThan(0.9);
    expect(slope).toBeLessThan(1.1);
    expect(Math.abs(noise!.coefficients[0]!)).toBeLessThan(0.1);
    const [basic, pro] = plan!.coefficients;
    expect(basic! - pro!).toBeGreaterThan(0.8);
    expect(basic! - pro!).toBeLessThan(1.2);
  });

  it.each(["linear", "log", "hinges", "bins"] as const)("keeps the base rate of training rows with %s", (shape) => {
    const rate = LINEAR_TRUTH.outcomes.reduce((sum, one) => sum + one, 0) / LINEAR_TRUTH.rows;
    expect(meanProbability(LINEAR_TRUTH, design(0.5, { x: shape, noise: shape }))).toBeCloseTo(rate, 8);
  });

  it("shrinks towards the base rate as the prior narrows", () => {
    const spreadAt = (priorSd: number) => {
      const logOdds = predictLogOdds(fitAdditiveModel(LINEAR_TRUTH, design(priorSd)), LINEAR_TRUTH);
      return Math.max(...logOdds) - Math.min(...logOdds);
    };
    expect(spreadAt(0.01)).toBeLessThan(spreadAt(0.1));
    expect(spreadAt(0.1)).toBeLessThan(spreadAt(1));
    expect(spreadAt(1e-4)).toBeLessThan(0.001);
  });

  it("leaves out what is omitted", () => {
    const model = fitAdditiveModel(LINEAR_TRUTH, design(1, { noise: "omit", plan: "omit" }));
    expect(model.terms.map(({ column }) => column)).toEqual(["x"]);
  });

  it("is the intercept alone when everything is omitted", () => {
    const model = fitAdditiveModel(LINEAR_TRUTH, design(1, { x: "omit", noise: "omit", plan: "omit" }));
    const rate = LINEAR_TRUTH.outcomes.reduce((sum, one) => sum + one, 0) / LINEAR_TRUTH.rows;
    expect(model.terms).toEqual([]);
    expect(sigmoid(model.intercept)).toBeCloseTo(rate, 9);
  });

  it("can be stored as JSON and predicts the same", () => {
    const model = fitAdditiveModel(LINEAR_TRUTH, design(1, { x: "hinges", noise: "bins" }));
    const restored = JSON.parse(JSON.stringify(model));
    expect(predictLogOdds(restored, LINEAR_TRUTH)).toEqual(predictLogOdds(model, LINEAR_TRUTH));
  });

  it("follows a bend with hinges that a line cannot", () => {
    const bent = simulated({ rows: 4_000, seed: 2, logOdds: (x) => 3 * Math.abs(x) - 4 });
    const atEnds = (shape: Shape) => {
      const model = fitAdditiveModel(bent, design(3, { x: shape, noise: "omit", plan: "omit" }));
      const probe = labelled([numbers("x", [-2.5, 0, 2.5])], [0, 0, 0]);
      return [...predictLogOdds(model, probe)];
    };
    const [low, middle, high] = atEnds("hinges");
    expect(low! - middle!).toBeGreaterThan(3);
    expect(high! - middle!).toBeGreaterThan(3);
    const [lineLow, lineMiddle, lineHigh] = atEnds("linear");
    expect(Math.min(lineLow! - lineMiddle!, lineHigh! - lineMiddle!)).toBeLessThan(0.5);
  });

  it("gives a missing value a say of its own", () => {
    const values = Array.from({ length: 200 }, (_, row) => (row % 2 === 0 ? Number.NaN : row));
    const outcomes = values.map((value, row) => Number(Number.isNaN(value) ? row % 10 !== 0 : row % 10 === 1));
    const table = labelled([numbers("x", values)], outcomes);
    for (const shape of ["linear", "log", "hinges", "bins"] as const) {
      const logOdds = predictLogOdds(fitAdditiveModel(table, design(3, { x: shape })), table);
      expect(logOdds[0]! - logOdds[1]!, shape).toBeGreaterThan(1.5);
    }
  });
});

describe("contributionsOf", () => {
  const model = fitAdditiveModel(LINEAR_TRUTH, design(1, { x: "hinges" }));

  it("sums, with the intercept, to the log-odds", () => {
    const contributions = contributionsOf(model, LINEAR_TRUTH);
    const logOdds = predictLogOdds(model, LINEAR_TRUTH);
    for (let row = 0; row < 100; row++) {
      const sum = contributions.reduce((all, term) => all + term[row]!, model.intercept);
      expect(sum).toBeCloseTo(logOdds[row]!, 12);
    }
  });

  it("depends on nothing but the term's own column", () => {
    const other = LINEAR_TRUTH.columns.map((column) =>
      column.name === "x"
        ? numbers(
            "x",
            [...column.values].map(() => 0),
          )
        : column,
    );
    const [x, noise, plan] = contributionsOf(model, LINEAR_TRUTH);
    const [changed, sameNoise, samePlan] = contributionsOf(model, { ...LINEAR_TRUTH, columns: other });
    expect(changed).not.toEqual(x);
    expect(sameNoise).toEqual(noise);
    expect(samePlan).toEqual(plan);
  });

  it("does not care for the order of columns or for others", () => {
    const columns = [...LINEAR_TRUTH.columns, numbers("new", new Array(LINEAR_TRUTH.rows).fill(1))].reverse();
    expect(contributionsOf(model, { ...LINEAR_TRUTH, columns })).toEqual(contributionsOf(model, LINEAR_TRUTH));
  });

  it("refuses a table without a column of the model", () => {
    const columns = LINEAR_TRUTH.columns.filter(({ name }) => name !== "plan");
    expect(() => contributionsOf(model, { ...LINEAR_TRUTH, columns })).toThrow('no column "plan"');
  });
});

describe("takeRows", () => {
  const table = labelled(
    [numbers("x", [1, 2, 3]), categories("plan", ["a", "b", "c"])],
    [0, 1, 1],
    ["first", "second", "third"],
  );

  it("takes values, outcomes and customers of the given rows in the given order", () => {
    const taken = takeRows(table, Uint32Array.of(2, 0));
    expect(taken).toEqual(labelled([numbers("x", [3, 1]), categories("plan", ["c", "a"])], [1, 0], ["third", "first"]));
  });

  it("takes none", () => {
    expect(takeRows(table, new Uint32Array(0))).toMatchObject({ rows: 0, groups: [] });
  });
});
