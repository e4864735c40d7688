import type { EvaluationTask } from "@/lib/evaluation/evaluation-task";
import { sumRulePoints } from "@/lib/evaluation/sum-rule-points";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { applyLearnedModel, type LearnedModel, learnModel } from "@/lib/scoring/learning/learn-model";
import { predictLogOdds } from "@/lib/scoring/learning/predict-log-odds";
import type { LabelledTable, Table } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

/** Probabilities of the test rows by model; `rules` is null where none are stated. */
export interface TestPredictions {
  readonly constant: Float64Array;
  readonly rules: Float64Array | null;
  readonly plain: Float64Array;
  readonly best: Float64Array;
  /** The best model before its intercept was anchored to the season; null without anchoring. */
  readonly unanchored: Float64Array | null;
  /** The best model, once for each part of the rows that it was learned on. */
  readonly learned: readonly LearnedModel[];
}

const SEED = 20_261_123;
/** The width at which a prior is the usual penalty of 0.5 |w|^2. */
const PLAIN_PRIOR_SD = 1;

/** Learns from training rows and predicts test rows; without test rows, each fold from the others. */
export function predictTest(task: EvaluationTask, report: (progress: string) => void): TestPredictions {
  if (task.test) return predictRows(task, { training: task.training, test: task.test, report });
  const { training: table } = task;
  const folds = groupedFolds(table.groups, task.folds, SEED + 1);
  const parts = folds.map(({ training, held }, at) => {
    report(`part ${at + 1} of ${folds.length}`);
    return predictRows(task, { training: takeRows(table, training), test: takeRows(table, held), report });
  });
  const joined = (ofPart: (part: TestPredictions) => Float64Array | null) => {
    const all = new Float64Array(table.rows);
    folds.forEach(({ held }, at) => {
      const probabilities = ofPart(parts[at] as TestPredictions);
      held.forEach((row, place) => {
        all[row] = probabilities?.[place] ?? Number.NaN;
      });
    });
    return all;
  };
  return {
    constant: joined((part) => part.constant),
    rules: task.rules.length === 0 ? null : joined((part) => part.rules),
    plain: joined((part) => part.plain),
    best: joined((part) => part.best),
    unanchored: null,
    learned: parts.flatMap((part) => part.learned),
  };
}

interface Split {
  readonly training: LabelledTable;
  readonly test: LabelledTable;
  readonly report: (progress: string) => void;
}

function predictRows(task: EvaluationTask, { training, test, report }: Split): TestPredictions {
  const rate = training.outcomes.reduce((sum, outcome) => sum + outcome, 0) / training.rows;
  const learned = learnModel(training, { folds: task.folds, seed: SEED, report });
  const logOdds = applyLearnedModel(learned, test);
  const { seasonalRate } = task;
  const shift = seasonalRate === null ? 0 : anchorIntercept(logOdds, seasonalRate);
  return {
    constant: new Float64Array(test.rows).fill(rate),
    rules: task.rules.length === 0 ? null : predictByRules(task, training, test, rate),
    plain: predictPlain(task, training, test),
    best: logOdds.map((one) => sigmoid(one + shift)),
    unanchored: seasonalRate === null ? null : logOdds.map(sigmoid),
    learned: [learned],
  };
}

/** Points as they are stated; only the intercept knows the training rows' base rate. */
function predictByRules({ rules }: EvaluationTask, training: Table, test: Table, rate: number): Float64Array {
  const intercept = anchorIntercept(sumRulePoints(rules, training), rate);
  return sumRulePoints(rules, test).map((logOdds) => sigmoid(intercept + logOdds));
}

function predictPlain({ plainColumns }: EvaluationTask, training: LabelledTable, test: Table): Float64Array {
  const columns = training.columns.filter((column) => plainColumns.has(column.name));
  const model = fitAdditiveModel({ ...training, columns }, { shapes: new Map(), priorSd: PLAIN_PRIOR_SD });
  return predictLogOdds(model, test).map(sigmoid);
}
