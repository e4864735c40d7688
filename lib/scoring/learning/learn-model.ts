import type { AdditiveModel } from "@/lib/scoring/learning/additive-model";
import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { chooseCalibration } from "@/lib/scoring/learning/choose-calibration";
import { type ChosenDesign, chooseDesign, type DesignLimits } from "@/lib/scoring/learning/choose-design";
import { crossValidate, splitFolds } from "@/lib/scoring/learning/cross-validate";
import { derivedCandidates } from "@/lib/scoring/learning/derived-candidates";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable, Table } from "@/lib/scoring/learning/table";
import { withDerived } from "@/lib/scoring/learning/with-derived";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";

export interface LearnedModel extends ChosenDesign {
  readonly model: AdditiveModel;
  /** null: the model's own probabilities were the better ones. */
  readonly calibration: Calibration | null;
}

export interface LearningOptions extends Partial<DesignLimits> {
  readonly folds: number;
  readonly seed: number;
  /** Columns that others may be made of. */
  readonly derivable?: ReadonlySet<string>;
}

/** Learns the best additive model from labelled rows: every choice by cross-validation among them, then a fit on all. */
export function learnModel(
  table: LabelledTable,
  { folds: parts, seed, fixed, derivable, ...limits }: LearningOptions,
): LearnedModel {
  const folds = groupedFolds(table.groups, parts, seed);
  const candidates = derivedCandidates(table, derivable ?? new Set());
  const chosen = chooseDesign(table, folds, { fixed: fixed ?? new Map(), candidates, ...limits });
  const whole = withDerived(table, chosen.derived);
  const outOfFold = crossValidate(splitFolds(whole, folds), chosen.design);
  return {
    ...chosen,
    model: fitAdditiveModel(whole, chosen.design),
    calibration: chooseCalibration(outOfFold, table.outcomes, folds),
  };
}

/** Calibrated log-odds of rows that the model may not have seen. */
export function applyLearnedModel(
  { model, calibration, derived }: Pick<LearnedModel, "model" | "calibration" | "derived">,
  table: Table,
): Float64Array {
  return predictLogOdds(model, withDerived(table, derived)).map((one) => calibratedLogOdds(calibration, one));
}
