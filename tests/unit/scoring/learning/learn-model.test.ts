import { describe, expect, it } from "vitest";
import { evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { chooseCalibration } from "@/lib/scoring/learning/choose-calibration";
import { chooseDesign } from "@/lib/scoring/learning/choose-design";
import { crossValidate, meanLogLoss, splitFolds } from "@/lib/scoring/learning/cross-validate";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { applyLearnedModel, learnModel } from "@/lib/scoring/learning/learn-model";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import { refuseModel } from "@/lib/scoring/learning/refuse-model";
import type { LabelledTable } from "@/lib/scoring/learning/table";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { labelled, numbers, simulated } from "./support/tables";

const OPTIONS = { folds: 3, seed: 1 } as const;
const valley = (x: number) => 2 * Math.abs(x) - 3;

function choose(table: LabelledTable) {
  return chooseDesign(table, groupedFolds(table.groups, 3, 1), { fixed: new Map() });
}

describe("chooseDesign", () => {
  it("bends where the truth bends", () => {
    const { design } = choose(simulated({ rows: 900, seed: 11, logOdds: valley }));
    expect(design.shapes.get("x")).toBe("hinges");
  });

  it("keeps a line where the truth is a line", () => {
    const table = simulated({ rows: 900, seed: 12, logOdds: (x, plan) => 1.5 * x + (plan === "pro" ? 1.5 : 0) });
    const { design } = choose(table);
    expect(design.shapes.get("x")).not.toBe("omit");
    expect(design.shapes.get("plan") ?? "linear").toBe("linear");
  });

  it("says the log loss that its design has on held-out rows", () => {
    const table = simulated({ rows: 400, seed: 13, logOdds: (x) => x });
    const folds = splitFolds(table, groupedFolds(table.groups, 3, 1));
    const { design, logLoss } = chooseDesign(table, groupedFolds(table.groups, 3, 1), { fixed: new Map() });
    expect(meanLogLoss(crossValidate(folds, design), table.outcomes)).toBe(logLoss);
  });

  it("is never worse on held-out rows than all lines", () => {
    const table = simulated({ rows: 400, seed: 14, logOdds: valley });
    const folds = splitFolds(table, groupedFolds(table.groups, 3, 1));
    const lines = crossValidate(folds, { shapes: new Map(), priorSd: 0.5 });
    expect(chooseDesign(table, groupedFolds(table.groups, 3, 1), { fixed: new Map() }).logLoss).toBeLessThanOrEqual(
      meanLogLoss(lines, table.outcomes),
    );
  });

  it("says how it goes", () => {
    const table = simulated({ rows: 120, seed: 15, logOdds: (x) => x });
    const said: string[] = [];
    chooseDesign(table, groupedFolds(table.groups, 3, 1), {
      fixed: new Map(),
      report: (progress) => said.push(progress),
    });
    expect(said[0]).toMatch(/^one shape for all numbers: log loss 0\.\d{5}$/);
    expect(said[1]).toMatch(/^prior width 0?[.\d]+: log loss 0\.\d{5}$/);
    expect(said[2]).toMatch(/^0 derived columns: log loss 0\.\d{5}$/);
  });
});

describe("chooseCalibration", () => {
  const uniform = seededUniform(21);
  const truth = Float64Array.from({ length: 1_500 }, () => 6 * uniform() - 3);
  const outcomes = Uint8Array.from(truth, (logOdds) => Number(uniform() < sigmoid(logOdds)));
  const folds = groupedFolds(
    [...outcomes].map((_, row) => String(row)),
    5,
    1,
  );

  it("corrects log-odds that are too far apart", () => {
    const exaggerated = truth.map((logOdds) => 3 * logOdds + 1);
    const calibration = chooseCalibration(exaggerated, outcomes, folds);
    expect(calibration).not.toBeNull();
    const corrected = exaggerated.map((logOdds) => calibratedLogOdds(calibration, logOdds));
    expect(meanLogLoss(corrected, outcomes)).toBeLessThan(meanLogLoss(exaggerated, outcomes) - 0.1);
    expect(meanLogLoss(corrected, outcomes)).toBeLessThan(meanLogLoss(truth, outcomes) + 0.01);
  });

  it("draws no curve where there are too few break-ups for one", () => {
    const calibration = chooseCalibration(
      truth.map((logOdds) => 3 * logOdds),
      outcomes,
      folds,
    );
    expect(calibration?.type).toBe("platt");
  });

  it("leaves alone what has no room for improvement", () => {
    const base = Math.log(
      outcomes.reduce((sum, one) => sum + one, 0) / (outcomes.length - outcomes.reduce((sum, one) => sum + one, 0)),
    );
    const constant = new Float64Array(outcomes.length).fill(base);
    expect(chooseCalibration(constant, outcomes, folds)).toBeNull();
  });

  it("keeps log-odds finite and in order", () => {
    const calibration = chooseCalibration(
      truth.map((logOdds) => 3 * logOdds),
      outcomes,
      folds,
    );
    let before = Number.NEGATIVE_INFINITY;
    for (let logOdds = -30; logOdds <= 30; logOdds++) {
      const calibrated = calibratedLogOdds(calibration, logOdds);
      expect(calibrated).toSatisfy(Number.isFinite);
      expect(calibrated).toBeGreaterThanOrEqual(before);
      before = calibrated;
    }
  });

  it("changes nothing without a calibration", () => {
    expect(calibratedLogOdds(null, 1.25)).toBe(1.25);
  });
});

describe("learnModel", () => {
  const training = simulated({ rows: 800, seed: 31, logOdds: valley });
  const test = simulated({ rows: 800, seed: 32, logOdds: valley });
  const learned = learnModel(training, OPTIONS);

  it("tells customers apart whom it has not seen", () => {
    const probabilities = applyLearnedModel(learned, test).map(sigmoid);
    const { auc, ece } = evaluatePredictions(probabilities, test.outcomes, { resamples: 50, seed: 1 });
    expect(auc.value).toBeGreaterThan(0.8);
    expect(ece.value).toBeLessThan(0.08);
  });

  it("is the same for the same rows and seed", () => {
    const small = simulated({ rows: 150, seed: 33, logOdds: (x) => x });
    expect(learnModel(small, OPTIONS)).toEqual(learnModel(small, OPTIONS));
  });

  it("predicts the model's log-odds, calibrated", () => {
    const raw = predictLogOdds(learned.model, test);
    const expected = raw.map((logOdds) => calibratedLogOdds(learned.calibration, logOdds));
    expect(applyLearnedModel(learned, test)).toEqual(expected);
  });

  it("is refused where outcomes follow nothing", () => {
    const meaningless = simulated({ rows: 300, seed: 34, logOdds: () => -0.5 });
    const others = simulated({ rows: 300, seed: 35, logOdds: () => -0.5 });
    const probabilities = applyLearnedModel(learnModel(meaningless, OPTIONS), others).map(sigmoid);
    const { auc } = evaluatePredictions(probabilities, others.outcomes, { resamples: 200, seed: 1 });
    expect(refuseModel(auc, others.rows)).toContain("cannot be told from guessing");
  });

  it("refuses rows of too few customers", () => {
    const table = labelled([numbers("x", [1, 2, 3])], [0, 1, 0], ["a", "a", "b"]);
    expect(() => learnModel(table, OPTIONS)).toThrow("2 customers do not fill 3 folds.");
  });
});

describe("refuseModel", () => {
  it.each([
    { value: 0.7, low: 0.65, high: 0.75 },
    { value: 0.56, low: 0.501, high: 0.61 },
  ])("takes $value from $low to $high", (interval) => {
    expect(refuseModel(interval, 500)).toBeNull();
  });

  it.each([
    { value: 0.55, low: 0.5, high: 0.6 },
    { value: 0.52, low: 0.47, high: 0.57 },
    { value: 0.45, low: 0.4, high: 0.5 },
  ])("refuses $value from $low to $high: it includes 0.5", (interval) => {
    const why = refuseModel(interval, 500);
    expect(why).toContain("the interval includes 0.5");
    expect(why).toContain(`95% interval ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`);
    expect(why).toContain("on 500 customers");
  });

  it("refuses what is worse than guessing", () => {
    expect(refuseModel({ value: 0.4, low: 0.35, high: 0.45 }, 80)).toContain("worse than guessing");
  });

  it("refuses what could not be measured", () => {
    const nothing = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    expect(refuseModel(nothing, 80)).toContain("only one kind of outcome");
  });
});
