import type { Evaluation } from "@/lib/scoring/evaluation/evaluate-predictions";
import type { LearnedModel } from "@/lib/scoring/learning/learn-model";

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
  readonly anchoring: { readonly seasonalRate: number; readonly eceBefore: number; readonly eceAfter: number } | null;
}

interface Anchoring {
  readonly seasonalRate: number | null;
  readonly before: Evaluation | null;
  readonly after: Evaluation;
}

/** Puts what was chosen in a form that can be printed. */
export function describeChoice(
  learned: readonly LearnedModel[],
  { seasonalRate, before, after }: Anchoring,
): ModelChoice {
  return {
    models: learned.map(({ model, design, calibration, logLoss }) => ({
      terms: Object.fromEntries(model.terms.map(({ column, encoding }) => [column, encoding.type])),
      priorSd: design.priorSd,
      calibration: calibration?.type ?? "none",
      crossValidatedLogLoss: logLoss,
    })),
    anchoring:
      seasonalRate === null || before === null
        ? null
        : { seasonalRate, eceBefore: before.ece.value, eceAfter: after.ece.value },
  };
}
