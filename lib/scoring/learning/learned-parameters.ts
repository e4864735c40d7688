import type { Term } from "@/lib/scoring/learning/additive-model";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";
import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** A numeric column. */
export interface LearnedSignal {
  readonly name: string;
  readonly spec: SignalSpec;
}

/** A column of names: the trait as text, empty where it is absent. */
export interface LearnedCategory {
  readonly name: string;
  readonly trait: string;
}

/**
 * A column made of two others: `ratio` is the first over the second (missing where that is not finite), `pair` the names
 * of a category and the part of a number between `cuts` (or the name of another category) put together.
 */
export type DerivedColumn =
  | { readonly type: "ratio"; readonly name: string; readonly numerator: string; readonly denominator: string }
  | {
      readonly type: "pair";
      readonly name: string;
      readonly first: string;
      readonly second: string;
      /** Ascending; of a numeric second column. */
      readonly cuts: readonly number[];
    };

/** Columns that move together make one reason. */
export interface ReasonGroup {
  readonly key: string;
  readonly columns: readonly string[];
}

/** Everything that scoring needs of a learned model; plain JSON, so that it can be stored. */
export interface LearnedParameters {
  readonly signals: readonly LearnedSignal[];
  readonly categories: readonly LearnedCategory[];
  readonly derived: readonly DerivedColumn[];
  readonly intercept: number;
  /** What each rule's log-odds at weight 1, group caps applied, are multiplied by. */
  readonly ruleWeights: readonly (readonly [ruleKey: string, weight: number])[];
  readonly terms: readonly Term[];
  readonly groups: readonly ReasonGroup[];
  readonly calibration: Calibration | null;
  /** Log-odds that re-anchor the calibrated model to the season. */
  readonly shift: number;
}
