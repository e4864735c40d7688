import type { AdditiveModel } from "@/lib/scoring/learning/additive-model";
import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { chooseCalibration } from "@/lib/scoring/learning/choose-calibration";
import { type ChosenDesign, chooseDesign, type DesignLimits } from "@/lib/scoring/learning/choose-design";
import { crossValidate, splitFolds } from "@/lib/scoring/learning/cross-validate";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable, Table } from "@/lib/scoring/learning/table";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";

export interface LearnedModel extends ChosenDesign {
  readonly model: AdditiveModel;
  /** null: the model's own probabilities were the better ones. */
  readonly calibration: Calibration | null;
}

export interface LearningOptions extends Partial<DesignLimits> {
  readonly folds: number;
  readonly seed: number;
}

/** Learns the best additive model from labelled rows: every choice by cross-validation among them, then a fit on all. */
export function learnModel(table: LabelledTable, { folds, seed, fixed, ...limits }: LearningOptions): LearnedModel {
  const split = splitFolds(table, groupedFolds(table.groups, folds, seed));
  const chosen = chooseDesign(table, split, { fixed: fixed ?? new Map(), ...limits });
  const outOfFold = crossValidate(split, chosen.design);
  return {
    ...chosen,
    model: fitAdditiveModel(table, chosen.design),
    calibration: chooseCalibration(outOfFold, table.outcomes, split),
  };
}

/** Calibrated log-odds of rows that the model may not have seen. */
export function applyLearnedModel(
  { model, calibration }: Pick<LearnedModel, "model" | "calibration">,
  table: Table,
): Float64Array {
  return predictLogOdds(model, table).map((logOdds) => calibratedLogOdds(calibration, logOdds));
}
