/**
 * How a signal enters the additive model: a shape for a number, or `omit` to leave it out.
 * - `linear`: standardised; `log`: sign(x) ln(1 + |x|), standardised
 * - `hinges`: standardised, with a change of slope at each knot
 * - `bins`: the weight of evidence of the bin that it falls in
 */
export const SHAPES = ["linear", "log", "hinges", "bins", "omit"] as const;
/** `points`: log-odds that an admin stated, as they are: the coefficient multiplies them and is 1 until data say otherwise. */
export type Shape = (typeof SHAPES)[number] | "points";

/** A number as it is; nothing where it is missing. */
export interface PointsEncoding {
  readonly type: "points";
}

/** A standardised number; where it is missing, the mean and a 1 in a column of its own, if any was missing in training. */
export interface ScaledEncoding {
  readonly type: "linear" | "log";
  readonly mean: number;
  readonly sd: number;
  readonly marksMissing: boolean;
}

/** A standardised number, then max(0, value - knot) / sd for each knot. */
export interface HingesEncoding {
  readonly type: "hinges";
  readonly mean: number;
  readonly sd: number;
  readonly knots: readonly number[];
  readonly marksMissing: boolean;
}

/** One weight, ln of the odds against the odds of all, for each bin; bin k ends before edge k. */
export interface BinsEncoding {
  readonly type: "bins";
  readonly edges: readonly number[];
  readonly weights: readonly number[];
  readonly missingWeight: number;
}

/** A 1 for the level, 0 for the others; all 0 for a level that training did not see. */
export interface LevelsEncoding {
  readonly type: "levels";
  readonly levels: readonly string[];
}

/** The numbers that stand for one column, as fitted on training rows; plain data, to be stored with the model. */
export type Encoding = PointsEncoding | ScaledEncoding | HingesEncoding | BinsEncoding | LevelsEncoding;

/** How many numbers stand for one value. */
export function widthOf(encoding: Encoding): number {
  if (encoding.type === "bins" || encoding.type === "points") return 1;
  if (encoding.type === "levels") return encoding.levels.length;
  return 1 + (encoding.type === "hinges" ? encoding.knots.length : 0) + (encoding.marksMissing ? 1 : 0);
}
