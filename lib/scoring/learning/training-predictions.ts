import type { LearnedModel } from "@/lib/scoring/learning/learn-model";

/** Probabilities, by row, of each model that is compared. */
export interface ModelPredictions {
  /** The base rate of the training rows for everyone. */
  readonly constant: Float64Array;
  /** The rules as their admin stated them, anchored to the base rate of the training rows. */
  readonly rules: Float64Array;
  /** All columns as they are, with the usual penalty. */
  readonly plain: Float64Array;
  /** The learned model. */
  readonly best: Float64Array;
}

/** What a model says of rows that it was not learned on, with what happened. */
export interface TrainingPredictions extends ModelPredictions {
  readonly ids: readonly string[];
  readonly asOfMs: Float64Array;
  readonly outcomes: Uint8Array;
  /** The learned model before it was re-anchored to the season; null without re-anchoring. */
  readonly unanchored: Float64Array | null;
  /** Each row was predicted by a model of the other customers; false: by one of earlier dates. */
  readonly outOfFold: boolean;
  readonly learned: readonly LearnedModel[];
}
