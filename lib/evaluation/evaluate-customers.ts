import { AppError } from "@/lib/errors";
import { buildPanels } from "@/lib/evaluation/build-panels";
import { compareWithReferences, type PairedDifferences } from "@/lib/evaluation/compare-with-references";
import { describeChoice, type ModelChoice } from "@/lib/evaluation/describe-choice";
import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { writePredictions } from "@/lib/evaluation/write-predictions";
import type { ModelEvaluations } from "@/lib/scoring/learning/evaluate-models";
import { trainOnPanel } from "@/lib/scoring/learning/train-on-panel";

const BOOTSTRAP = { resamples: 1_000, seed: 1 } as const;

export interface EvaluationOptions {
  /** Where to write every test row's probabilities. */
  readonly predictionsPath?: string | undefined;
  readonly report: (progress: string) => void;
}

export interface EvaluationReport {
  readonly task: string;
  readonly trainRows: number;
  readonly testRows: number;
  readonly models: ModelEvaluations;
  readonly chosen: ModelChoice;
  /** Why the best model may not be used; null when it may. */
  readonly refused: string | null;
  readonly paired: PairedDifferences;
}

/**
 * Trains on the training rows, looks at the test rows once, and says how good every model is.
 * @throws AppError unprocessable, in plain words, when there is nothing to learn from
 */
export async function evaluateCustomers(
  data: EvaluationData,
  { predictionsPath, report }: EvaluationOptions,
): Promise<EvaluationReport> {
  const { training, test, season } = buildPanels(data);
  report(`${training.rows} rows to train on${test ? `, ${test.rows} to test on` : ""}`);
  const trained = trainOnPanel({ training, test, seasonalRate: season?.rate ?? null }, { report });
  if (!trained.parameters) throw new AppError("unprocessable", trained.refused);
  const { predictions } = trained;
  if (predictionsPath) await writePredictions(predictionsPath, predictions);
  return {
    task: data.task,
    trainRows: trained.trainRows,
    testRows: predictions.outcomes.length,
    models: trained.evaluations,
    chosen: describeChoice(predictions, season),
    refused: trained.refused,
    paired: data.references
      ? await compareWithReferences(data.references.path, {
          ids: predictions.ids.map(data.references.idOf),
          outcomes: predictions.outcomes,
          probabilities: predictions.best,
          options: BOOTSTRAP,
        })
      : {},
  };
}
