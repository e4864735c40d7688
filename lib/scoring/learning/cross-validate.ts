import type { ModelDesign } from "@/lib/scoring/learning/additive-model";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import type { Fold } from "@/lib/scoring/learning/grouped-folds";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";

/** A fold with its rows taken out, so that many designs can be tried on it. */
export interface SplitFold extends Fold {
  readonly trainingTable: LabelledTable;
  readonly heldTable: LabelledTable;
}

export function splitFolds(table: LabelledTable, folds: readonly Fold[]): readonly SplitFold[] {
  return folds.map((fold) => ({
    ...fold,
    trainingTable: takeRows(table, fold.training),
    heldTable: takeRows(table, fold.held),
  }));
}

/** The log-odds of every row from a model, encodings included, fitted on the other folds alone. */
export function crossValidate(folds: readonly SplitFold[], design: ModelDesign): Float64Array {
  const logOdds = new Float64Array(folds.reduce((rows, { held }) => rows + held.length, 0));
  for (const { held, trainingTable, heldTable } of folds) {
    const predicted = predictLogOdds(fitAdditiveModel(trainingTable, design), heldTable);
    held.forEach((row, at) => {
      logOdds[row] = predicted[at] as number;
    });
  }
  return logOdds;
}

/** Mean -ln of the probability of what happened, from log-odds: never infinite for finite log-odds. */
export function meanLogLoss(logOdds: Float64Array, outcomes: ArrayLike<number>): number {
  let sum = 0;
  logOdds.forEach((logit, row) => {
    sum += Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit))) - logit * (outcomes[row] as number);
  });
  return sum / logOdds.length;
}
