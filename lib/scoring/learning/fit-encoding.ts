import type { Encoding, Shape } from "@/lib/scoring/learning/encoding";
import { fitBins } from "@/lib/scoring/learning/fit-bins";
import { quantileCuts } from "@/lib/scoring/learning/quantile-cuts";
import { signedLog } from "@/lib/scoring/learning/signed-log";
import type { Column } from "@/lib/scoring/learning/table";

/** Slopes may change at the borders of this many parts of equal size. */
const HINGE_PARTS = 7;

/**
 * Fits scales, knots, bins and levels to training rows, and to nothing else.
 *
 * @returns undefined for a column that is left out.
 */
export function fitEncoding(column: Column, shape: Shape, outcomes: ArrayLike<number>): Encoding | undefined {
  if (shape === "omit") return undefined;
  if (shape === "points") return { type: "points" };
  if (column.type === "category") return { type: "levels", levels: [...new Set(column.values)].sort() };
  if (shape === "bins") return fitBins(column.values, outcomes);
  const marksMissing = column.values.some(Number.isNaN);
  const known = column.values.filter((value) => !Number.isNaN(value));
  if (shape === "log") return { type: "log", ...scaleOf(known.map(signedLog)), marksMissing };
  const scale = scaleOf(known);
  if (shape === "linear") return { type: "linear", ...scale, marksMissing };
  return { type: "hinges", ...scale, knots: quantileCuts(known.sort(), HINGE_PARTS), marksMissing };
}

/** Mean and population standard deviation; a constant has the scale 1. */
function scaleOf(values: Float64Array): { mean: number; sd: number } {
  if (values.length === 0) return { mean: 0, sd: 1 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, sd: sd > 0 ? sd : 1 };
}
