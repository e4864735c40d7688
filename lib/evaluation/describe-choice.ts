import { expectedCalibrationError } from "@/lib/scoring/evaluation/expected-calibration-error";
import { countOnce, orderPredictions } from "@/lib/scoring/evaluation/predictions";
import type { SeasonalRate } from "@/lib/scoring/learning/seasonal-rate";
import type { TrainingPredictions } from "@/lib/scoring/learning/training-predictions";

/** What cross-validation chose; several where every fold was predicted by a model of its own. */
export interface ModelChoice {
  readonly models: readonly {
    /** How each column enters; columns that were left out are not listed. */
    readonly terms: Readonly<Record<string, string>>;
    readonly priorSd: number;
    readonly calibration: "none" | "platt" | "isotonic";
    /** Mean log loss of held-out training rows. */
    readonly crossValidatedLogLoss: number;
  }[];
  /** What anchoring the intercept to the season a year before did to the calibration error; null without. */
  readonly anchoring: {
    readonly seasonalRate: number;
    readonly eceBefore: number;
    readonly eceAfter: number;
  } | null;
}

/** Puts what was chosen in a form that can be printed. */
export function describeChoice(
  { learned, unanchored, best, outcomes }: TrainingPredictions,
  season: SeasonalRate | null,
): ModelChoice {
  const eceOf = (probabilities: Float64Array) => {
    const predictions = orderPredictions(probabilities, outcomes);
    return expectedCalibrationError(predictions, countOnce(predictions));
  };
  return {
    models: learned.map(({ model, design, calibration, logLoss }) => ({
      terms: Object.fromEntries(model.terms.map(({ column, encoding }) => [column, encoding.type])),
      priorSd: design.priorSd,
      calibration: calibration?.type ?? "none",
      crossValidatedLogLoss: logLoss,
    })),
    anchoring:
      season && unanchored ? { seasonalRate: season.rate, eceBefore: eceOf(unanchored), eceAfter: eceOf(best) } : null,
  };
}
