import type { BinsEncoding, Encoding, LevelsEncoding } from "@/lib/scoring/learning/encoding";
import { signedLog } from "@/lib/scoring/learning/signed-log";

/**
 * Writes the numbers that stand for a value (NaN or an unknown name: missing) to `design`, from `start` on. What is not
 * written must be 0 already.
 */
export function encodeValue(encoding: Encoding, value: number | string, design: Float64Array, start: number): void {
  if (encoding.type === "levels") writeLevel(encoding, value, design, start);
  else if (typeof value === "number") writeNumber(encoding, value, design, start);
  else throw new RangeError(`“${value}” stands where training had numbers.`);
}

function writeLevel({ levels }: LevelsEncoding, level: number | string, design: Float64Array, start: number): void {
  if (typeof level === "number") throw new RangeError(`${level} stands where training had names.`);
  const at = levels.indexOf(level);
  if (at >= 0) design[start + at] = 1;
}

function writeNumber(
  encoding: Exclude<Encoding, LevelsEncoding>,
  value: number,
  design: Float64Array,
  start: number,
): void {
  if (encoding.type === "points") {
    design[start] = Number.isNaN(value) ? 0 : value;
    return;
  }
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
