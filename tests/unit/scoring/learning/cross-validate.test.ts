import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossValidate, meanLogLoss, splitFolds } from "@/lib/scoring/learning/cross-validate";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import { takeRows } from "@/lib/scoring/learning/take-rows";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { categories, labelled, numbers, simulated } from "./support/tables";

const DESIGN = { shapes: new Map([["x", "bins" as const]]), priorSd: 1 };

describe("crossValidate", () => {
  const table = simulated({ rows: 300, seed: 4, logOdds: (x) => x });
  const folds = groupedFolds(table.groups, 3, 1);
  const outOfFold = crossValidate(splitFolds(table, folds), DESIGN);

  it("predicts each fold from the others alone", () => {
    for (const { training, held } of folds) {
      const model = fitAdditiveModel(takeRows(table, training), DESIGN);
      const expected = predictLogOdds(model, takeRows(table, held));
      expect(Float64Array.from(held, (row) => outOfFold[row]!)).toEqual(expected);
    }
  });

  it("is not moved by the outcomes of the fold that it predicts: encodings included", () => {
    const [first] = folds;
    const held = new Set(first!.held);
    const outcomes = table.outcomes.map((outcome, row) => (held.has(row) ? 1 - outcome : outcome));
    const changed = crossValidate(splitFolds({ ...table, outcomes }, folds), DESIGN);
    for (const row of first!.held) expect(changed[row]).toBe(outOfFold[row]);
    expect(changed).not.toEqual(outOfFold);
  });

  it("takes scales from training rows only", () => {
    const values = Array.from({ length: 40 }, (_, row) => row);
    const outlier = values.map((value) => (value === 7 ? 1e6 : value));
    const outcomes = values.map((value) => (value % 3) % 2);
    const tables = [values, outlier].map((some) => labelled([numbers("x", some)], outcomes));
    const split = groupedFolds(tables[0]!.groups, 4, 2);
    const withOutlier = split.find(({ held }) => held.includes(7))!;
    const linear = { shapes: new Map(), priorSd: 1 };
    const [without, changed] = tables.map((one) => crossValidate(splitFolds(one, split), linear));
    for (const row of withOutlier.held) if (row !== 7) expect(changed![row]).toBe(without![row]);
  });

  it("finds nothing where there is nothing", () => {
    const meaningless = simulated({ rows: 600, seed: 5, logOdds: () => -1 });
    const logOdds = crossValidate(splitFolds(meaningless, groupedFolds(meaningless.groups, 5, 1)), DESIGN);
    const rate = meaningless.outcomes.reduce((sum, one) => sum + one, 0) / meaningless.rows;
    const constant = new Float64Array(meaningless.rows).fill(Math.log(rate / (1 - rate)));
    expect(meanLogLoss(logOdds, meaningless.outcomes)).toBeGreaterThan(
      meanLogLoss(constant, meaningless.outcomes) - 0.01,
    );
  });

  it("does not recognise a customer who is in the fold", () => {
    // the category names the customer: whoever has seen one row of a customer knows the others
    const customers = Array.from({ length: 120 }, (_, row) => `customer ${row % 60}`);
    const outcomes = customers.map((_, row) => Number((row % 60) % 2 === 0));
    const named = labelled([categories("name", customers)], outcomes, customers);
    const logOdds = crossValidate(splitFolds(named, groupedFolds(customers, 4, 3)), { shapes: new Map(), priorSd: 3 });
    const distinct = new Set([...logOdds].map((one) => one.toFixed(6)));
    expect(distinct.size).toBeLessThanOrEqual(4);
  });
});

describe("meanLogLoss", () => {
  it("is -ln of the probability of what happened", () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.constantFrom(0, 1), (logOdds, outcome) => {
        const probability = outcome === 1 ? sigmoid(logOdds) : sigmoid(-logOdds);
        expect(meanLogLoss(Float64Array.of(logOdds), [outcome])).toBeCloseTo(-Math.log(probability), 9);
      }),
    );
  });

  it("is the mean over rows", () => {
    expect(meanLogLoss(Float64Array.of(0, 0), [0, 1])).toBeCloseTo(Math.LN2, 12);
    expect(meanLogLoss(Float64Array.of(0, 2), [0, 1])).toBeCloseTo((Math.LN2 - Math.log(sigmoid(2))) / 2, 12);
  });

  it("stays finite far out", () => {
    expect(meanLogLoss(Float64Array.of(-800), [1])).toBe(800);
    expect(meanLogLoss(Float64Array.of(800), [1])).toBe(0);
  });
});
