import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { applyLearnedModel, type LearnedModel } from "@/lib/scoring/learning/learn-model";
import { ruleColumn } from "@/lib/scoring/learning/panel-plan";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable, Table } from "@/lib/scoring/learning/table";
import type { ModelPredictions } from "@/lib/scoring/learning/training-predictions";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

/** The width at which a prior is the usual penalty of 0.5 |w|^2. */
const PLAIN_PRIOR_SD = 1;

interface Prediction {
  readonly training: LabelledTable;
  readonly test: Table;
  readonly ruleKeys: readonly string[];
  readonly learned: LearnedModel;
  /** Log-odds to re-anchor the learned model by. */
  readonly shift: number;
}

/** What the learned model says of test rows, beside the constant rate, the rules alone and a plain regression. */
export function predictWithModels({ training, test, ruleKeys, learned, shift }: Prediction): ModelPredictions {
  const rate = training.outcomes.reduce((sum, outcome) => sum + outcome, 0) / training.rows;
  const ruleNames = new Set(ruleKeys.map(ruleColumn));
  const intercept = anchorIntercept(sumOf(training, ruleNames), rate);
  const columns = training.columns.filter((column) => !ruleNames.has(column.name));
  const plain = fitAdditiveModel({ ...training, columns }, { shapes: new Map(), priorSd: PLAIN_PRIOR_SD });
  return {
    constant: new Float64Array(test.rows).fill(rate),
    rules: sumOf(test, ruleNames).map((logOdds) => sigmoid(intercept + logOdds)),
    plain: predictLogOdds(plain, test).map(sigmoid),
    best: applyLearnedModel(learned, test).map((logOdds) => sigmoid(logOdds + shift)),
  };
}

function sumOf({ rows, columns }: Table, names: ReadonlySet<string>): Float64Array {
  const sums = new Float64Array(rows);
  for (const column of columns) {
    if (column.type !== "numeric" || !names.has(column.name)) continue;
    for (let row = 0; row < rows; row++) sums[row] = (sums[row] as number) + (column.values[row] as number);
  }
  return sums;
}
