import type { TrainingReport } from "@/lib/schemas/training-report";
import { calibrationTable } from "@/lib/scoring/evaluation/calibration-table";
import type { Evaluation } from "@/lib/scoring/evaluation/evaluate-predictions";
import { liftTable } from "@/lib/scoring/evaluation/lift-table";
import type { SeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import type { TrainedModel } from "@/lib/scoring/learning/train-on-panel";

/** How good a model is, on rows that it was not learned on, and how it was chosen: in the form that is stored. */
export function describeTraining(trained: TrainedModel, season: SeasonalRate | null): TrainingReport {
  const { evaluations, predictions, learned, parameters } = trained;
  const { best, outcomes } = predictions;
  return {
    test: {
      type: predictions.outOfFold ? "out-of-fold" : "out-of-time",
      rows: outcomes.length,
      breakUps: outcomes.reduce((sum, outcome) => sum + outcome, 0),
    },
    models: {
      constant: toStored(evaluations.constant),
      rules: toStored(evaluations.rules),
      plain: toStored(evaluations.plain),
      candidate: toStored(evaluations.best),
    },
    calibration: [...calibrationTable(best, outcomes)],
    lift: [...liftTable(best, outcomes)],
    chosen: {
      terms: parameters.terms.map(({ column, encoding }) => ({ column, shape: encoding.type })),
      calibration: parameters.calibration?.type ?? "none",
      crossValidatedLogLoss: finite(learned.logLoss),
    },
    season: season && {
      asOf: new Date(season.asOfMs).toISOString(),
      customers: season.customers,
      breakUps: season.breakUps,
      rate: season.rate,
      shift: parameters.shift,
    },
  };
}

type StoredEvaluation = TrainingReport["models"]["candidate"];

function toStored(evaluation: Evaluation): StoredEvaluation {
  const entries = Object.entries(evaluation).map(([name, { value, low, high }]) => [
    name,
    { value: finite(value), low: finite(low), high: finite(high) },
  ]);
  return Object.fromEntries(entries) as StoredEvaluation;
}

function finite(figure: number): number | null {
  return Number.isFinite(figure) ? figure : null;
}
