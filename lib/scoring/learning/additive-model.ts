import type { Encoding, Shape } from "@/lib/scoring/learning/encoding";

/** What is decided before fitting. */
export interface ModelDesign {
  /** By column name; a column without one is `linear`, or one number for each level. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Prior standard deviation of every coefficient, the intercept aside: the smaller, the stronger the shrinkage. */
  readonly priorSd: number;
  /** Prior standard deviation of the coefficients of `points`, whose prior mean is 1: 0.5 when left out. */
  readonly trust?: number;
}

/** The part of one column: the sum of its encoded numbers, each times its coefficient, in log-odds. */
export interface Term {
  readonly column: string;
  readonly encoding: Encoding;
  readonly coefficients: readonly number[];
}

/** Log-odds = intercept + the terms, one for each column: every prediction can be read term by term. Plain data. */
export interface AdditiveModel {
  readonly intercept: number;
  readonly terms: readonly Term[];
}
