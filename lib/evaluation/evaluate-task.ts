import { dirname, join } from "node:path";
import { compareWithReferences, type PairedDifference } from "@/lib/evaluation/compare-with-references";
import { describeChoice, type ModelChoice } from "@/lib/evaluation/describe-choice";
import type { EvaluationTask, TaskName } from "@/lib/evaluation/evaluation-task";
import { predictTest } from "@/lib/evaluation/predict-test";
import { readRavenstack } from "@/lib/evaluation/read-ravenstack";
import { readRetail } from "@/lib/evaluation/read-retail";
import { readTelco } from "@/lib/evaluation/read-telco";
import { writePredictions } from "@/lib/evaluation/write-predictions";
import { type Evaluation, evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import { refuseModel } from "@/lib/scoring/learning/refuse-model";

const READERS: Readonly<Record<TaskName, (path: string) => Promise<EvaluationTask>>> = {
  telco: readTelco,
  retail: readRetail,
  ravenstack: readRavenstack,
};
const BOOTSTRAP = { resamples: 1_000, seed: 1 } as const;

export interface EvaluationOptions {
  readonly task: TaskName;
  readonly path: string;
  /** Where to write every test row's probabilities. */
  readonly predictionsPath?: string;
  readonly report: (progress: string) => void;
}

export interface EvaluationReport {
  readonly task: TaskName;
  readonly trainRows: number;
  readonly testRows: number;
  readonly models: Readonly<Record<"constant" | "plain" | "best", Evaluation>> & { readonly rules: Evaluation | null };
  readonly chosen: ModelChoice;
  /** Why the best model may not be used; null when it may. */
  readonly refused: string | null;
  readonly paired: Readonly<Record<string, PairedDifference>>;
}

/** Trains on the training rows of a task, looks at its test rows once, and says how good every model is. */
export async function evaluateTask({
  task: name,
  path,
  predictionsPath,
  report,
}: EvaluationOptions): Promise<EvaluationReport> {
  const task = await READERS[name](path);
  const test = task.test ?? task.training;
  report(`${task.training.rows} rows to train on, ${test.rows} to test on`);
  const { learned, unanchored, ...predictions } = predictTest(task, report);
  const evaluate = (probabilities: Float64Array) => evaluatePredictions(probabilities, test.outcomes, BOOTSTRAP);
  report("measuring");
  const best = evaluate(predictions.best);
  if (predictionsPath) {
    const written = Object.entries(predictions).flatMap(([model, one]) => (one ? [[model, one] as const] : []));
    await writePredictions(predictionsPath, { ids: test.groups, outcomes: test.outcomes }, new Map(written));
  }
  return {
    task: name,
    trainRows: task.training.rows,
    testRows: test.rows,
    models: {
      constant: evaluate(predictions.constant),
      rules: predictions.rules && evaluate(predictions.rules),
      plain: evaluate(predictions.plain),
      best,
    },
    chosen: describeChoice(learned, {
      seasonalRate: task.seasonalRate,
      before: unanchored && evaluate(unanchored),
      after: best,
    }),
    refused: refuseModel(best.auc, test.rows),
    paired: await compareWithReferences(
      join(dirname(path), "reference-predictions.csv"),
      { ids: test.groups, outcomes: test.outcomes, probabilities: predictions.best },
      BOOTSTRAP,
    ),
  };
}
