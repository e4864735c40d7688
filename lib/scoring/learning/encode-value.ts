import type { BinsEncoding, Encoding, LevelsEncoding } from "@/lib/scoring/learning/encoding";
import { signedLog } from "@/lib/scoring/learning/signed-log";
import type { Column } from "@/lib/scoring/learning/table";

/** Writes the numbers that stand for the column's value in a row to `design`, from `start` on. The rest must be 0. */
export function encodeValue(
  encoding: Encoding,
  column: Column,
  row: number,
  design: Float64Array,
  start: number,
): void {
  if (encoding.type === "levels" && column.type === "category") {
    writeLevel(encoding, column.values[row] as string, design, start);
  } else if (encoding.type !== "levels" && column.type === "numeric") {
    writeNumber(encoding, column.values[row] as number, design, start);
  } else throw new RangeError(`"${column.name}" is of another type than in training.`);
}

function writeLevel({ levels }: LevelsEncoding, level: string, design: Float64Array, start: number): void {
  const at = levels.indexOf(level);
  if (at >= 0) design[start + at] = 1;
}

function writeNumber(
  encoding: Exclude<Encoding, LevelsEncoding>,
  value: number,
  design: Float64Array,
  start: number,
): void {
  if (encoding.type === "bins") {
    design[start] = weightOf(encoding, value);
    return;
  }
  const knots = encoding.type === "hinges" ? encoding.knots : [];
  if (Number.isNaN(value)) {
    if (encoding.marksMissing) design[start + 1 + knots.length] = 1;
    return;
  }
  const scaled = encoding.type === "log" ? signedLog(value) : value;
  design[start] = (scaled - encoding.mean) / encoding.sd;
  knots.forEach((knot, at) => {
    design[start + 1 + at] = Math.max(0, value - knot) / encoding.sd;
  });
}

function weightOf({ edges, weights, missingWeight }: BinsEncoding, value: number): number {
  if (Number.isNaN(value)) return missingWeight;
  const at = edges.findIndex((edge) => value < edge);
  return (at < 0 ? weights.at(-1) : weights[at]) as number;
}
