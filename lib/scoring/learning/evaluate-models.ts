import { type Evaluation, evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import type { ModelPredictions, TrainingPredictions } from "@/lib/scoring/learning/training-predictions";

/** Metrics of every model on the same rows, with intervals. */
export type ModelEvaluations = Readonly<Record<keyof ModelPredictions, Evaluation>>;

const BOOTSTRAP = { resamples: 1_000, seed: 1 } as const;

/** Measures every model on the rows that it was not learned on. */
export function evaluateModels(predictions: TrainingPredictions): ModelEvaluations {
  const { outcomes } = predictions;
  const evaluate = (probabilities: Float64Array) => evaluatePredictions(probabilities, outcomes, BOOTSTRAP);
  const constant = evaluate(predictions.constant);
  return {
    constant: predictions.outOfFold ? { ...constant, ...orderOfNone() } : constant,
    rules: evaluate(predictions.rules),
    plain: evaluate(predictions.plain),
    best: evaluate(predictions.best),
  };

  /**
   * Who knows nothing but a rate puts nobody before anybody. Out of fold the rates differ a little, and against what
   * happened: the others' rate is highest where the fewest broke up. That order, and the slope along it, is an artefact,
   * worse than a coin.
   */
  function orderOfNone(): Pick<Evaluation, "auc" | "averagePrecision" | "lift10" | "slope"> {
    const { auc, averagePrecision, lift10, slope } = evaluate(new Float64Array(outcomes.length).fill(0.5));
    return { auc, averagePrecision, lift10, slope };
  }
}
