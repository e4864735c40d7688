import type { LabelledTable } from "@/lib/scoring/learning/table";

export const TASK_NAMES = ["telco", "retail", "ravenstack"] as const;
export type TaskName = (typeof TASK_NAMES)[number];

/** A rule stated before looking at any outcome: points, where +20 doubles the odds, for rows that it applies to. */
export interface StatedRule {
  readonly column: string;
  readonly appliesTo: (value: string | number) => boolean;
  readonly points: number;
}

/** What to learn from and what to test on. */
export interface EvaluationTask {
  readonly name: TaskName;
  readonly training: LabelledTable;
  /** Rows that no choice may look at; null: there are too few, and every row is predicted by models of the others. */
  readonly test: LabelledTable | null;
  /** The columns of the plain logistic regression. */
  readonly plainColumns: ReadonlySet<string>;
  readonly rules: readonly StatedRule[];
  /** Folds of the cross-validation that chooses the model. */
  readonly folds: number;
  /** Break-up rate known for the season of the test rows from a year before, which the best model is anchored to. */
  readonly seasonalRate: number | null;
}
