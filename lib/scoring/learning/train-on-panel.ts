import { evaluateModels, type ModelEvaluations } from "@/lib/scoring/learning/evaluate-models";
import { fitAdditiveModel } from "@/lib/scoring/learning/fit-additive-model";
import { groupColumns } from "@/lib/scoring/learning/group-columns";
import { groupedFolds } from "@/lib/scoring/learning/grouped-folds";
import { applyLearnedModel, type LearnedModel, learnModel } from "@/lib/scoring/learning/learn-model";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { type Panel, UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import { ruleColumn } from "@/lib/scoring/learning/panel-plan";
import { predictWithModels } from "@/lib/scoring/learning/predict-with-models";
import { refuseModel } from "@/lib/scoring/learning/refuse-model";
import type { LabelledTable } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";
import { toLearnedParameters } from "@/lib/scoring/learning/to-learned-parameters";
import type { ModelPredictions, TrainingPredictions } from "@/lib/scoring/learning/training-predictions";
import { whyNotLearnable } from "@/lib/scoring/learning/why-not-learnable";
import { withDerived } from "@/lib/scoring/learning/with-derived";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

export interface TrainingInput {
  readonly training: Panel;
  /**
   * Customers at the later instant that the model is for: to test on, and to re-anchor to the season. Where outcomes are
   * unknown it is only re-anchored; without any test outcome, training rows are predicted by models of other customers.
   */
  readonly test?: Panel | null;
  /** Break-up rate of the population one year before the test instant; null without so much history. */
  readonly seasonalRate?: number | null;
}

export interface TrainingOptions {
  /** Prior standard deviation of rules' weights around 1. */
  readonly trust?: number;
  readonly folds?: number;
  readonly seed?: number;
  readonly report?: (progress: string) => void;
}

export interface TrainedModel {
  readonly parameters: LearnedParameters;
  /** Why it may not be promoted, in plain words; null when it may. */
  readonly refused: string | null;
  readonly evaluations: ModelEvaluations;
  readonly predictions: TrainingPredictions;
  readonly learned: LearnedModel;
  readonly trainRows: number;
}

/** Nothing could be learned, and why. */
export interface UntrainedModel {
  readonly parameters: null;
  readonly refused: string;
  readonly trainRows: number;
}

const DEFAULTS = { folds: 5, seed: 20_261_123 } as const;
/** From so many rows on, the design that all rows chose is not chosen anew for each part that is predicted. */
const ROWS_FOR_ONE_CHOICE = 3_000;

/**
 * Learns from a panel and says how good the outcome is on rows that it was not learned on. The same panel gives the same
 * bits: every choice is made by cross-validation among training rows, in folds that do not depend on their order.
 */
export function trainOnPanel(input: TrainingInput, options: TrainingOptions = {}): TrainedModel | UntrainedModel {
  const { ruleKeys, plan } = input.training;
  const training = withKnownOutcome(input.training);
  const refusal = whyNotLearnable(training.outcomes);
  if (refusal) return { parameters: null, refused: refusal, trainRows: training.rows };
  const learned = learnModel(training, learningOptions(input.training, options));
  const groups = groupColumns(learned.model, training, plan.signals);
  const shift = shiftFor(learned, input);
  const test = input.test && withKnownOutcome(input.test);
  const predictions =
    test && test.rows > 0
      ? predictTest({ input, training, test, learned, shift })
      : predictOutOfFold({ input, training, learned, options });
  options.report?.("measuring");
  const evaluations = evaluateModels(predictions);
  return {
    parameters: toLearnedParameters(learned, { plan, ruleKeys, groups, shift }),
    refused: refuseModel(evaluations.best.auc, predictions.outcomes.length),
    evaluations,
    predictions,
    learned,
    trainRows: training.rows,
  };
}

function learningOptions({ ruleKeys, columns, plan }: Panel, options: TrainingOptions) {
  const names = new Set(ruleKeys.map(ruleColumn));
  const fixed = new Map(
    columns.flatMap((column) => {
      if (column.type !== "numeric" || !names.has(column.name)) return [];
      return [[column.name, column.values.some((value) => value !== 0) ? "points" : "omit"] as const];
    }),
  );
  const traits = plan.signals.filter(({ spec }) => spec.type === "trait-number");
  const derivable = new Set([...traits, ...plan.categories].map(({ name }) => name));
  return { ...DEFAULTS, ...options, fixed, derivable };
}

type PanelRows = LabelledTable & { readonly asOfMs: Float64Array };

function withKnownOutcome(panel: Panel): PanelRows {
  const rows = Uint32Array.from(panel.groups, (_, row) => row).filter((row) => panel.outcomes[row] !== UNKNOWN_OUTCOME);
  return { ...takeRows(panel, rows), asOfMs: Float64Array.from(rows, (row) => panel.asOfMs[row] as number) };
}

/** Re-anchoring: the mean probability of the population, whatever its outcomes, is the rate of a year before. */
function shiftFor(learned: LearnedModel, { test, seasonalRate }: TrainingInput): number {
  if (!test || test.rows === 0 || seasonalRate === null || seasonalRate === undefined) return 0;
  return anchorIntercept(applyLearnedModel(learned, test), seasonalRate);
}

interface TestPrediction {
  readonly input: TrainingInput;
  readonly training: LabelledTable;
  readonly test: PanelRows;
  readonly learned: LearnedModel;
  readonly shift: number;
}

function predictTest({ input, training, test, learned, shift }: TestPrediction): TrainingPredictions {
  const { ruleKeys } = input.training;
  return {
    ...predictWithModels({ training, test, ruleKeys, learned, shift }),
    ids: test.groups,
    asOfMs: test.asOfMs,
    outcomes: test.outcomes,
    unanchored: shift === 0 ? null : applyLearnedModel(learned, test).map(sigmoid),
    outOfFold: false,
    learned: [learned],
  };
}

interface OutOfFoldPrediction {
  readonly input: TrainingInput;
  readonly training: PanelRows;
  readonly learned: LearnedModel;
  readonly options: TrainingOptions;
}

function predictOutOfFold({ input, training, learned, options }: OutOfFoldPrediction): TrainingPredictions {
  const { ruleKeys } = input.training;
  const { folds, seed, ...learning } = learningOptions(input.training, options);
  const all = { constant: [], rules: [], plain: [], best: [] } as Record<keyof ModelPredictions, number[]>;
  const models: LearnedModel[] = [];
  for (const { training: rows, held } of groupedFolds(training.groups, folds, seed + 1)) {
    const others = takeRows(training, rows);
    const own =
      training.rows < ROWS_FOR_ONE_CHOICE
        ? learnModel(others, { folds, seed, ...learning })
        : { ...learned, model: fitAdditiveModel(withDerived(others, learned.derived), learned.design) };
    models.push(own);
    const predicted = predictWithModels({
      training: others,
      test: takeRows(training, held),
      ruleKeys,
      learned: own,
      shift: 0,
    });
    for (const name of ["constant", "rules", "plain", "best"] as const) {
      held.forEach((row, at) => {
        all[name][row] = predicted[name][at] as number;
      });
    }
  }
  return {
    constant: Float64Array.from(all.constant),
    rules: Float64Array.from(all.rules),
    plain: Float64Array.from(all.plain),
    best: Float64Array.from(all.best),
    ids: training.groups,
    asOfMs: training.asOfMs,
    outcomes: training.outcomes,
    unanchored: null,
    outOfFold: true,
    learned: models,
  };
}
