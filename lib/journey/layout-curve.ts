import { type TimeRange, timeScale } from "@/lib/journey/time-scale";

/** The risk at an instant; NaN where it is not known. */
export interface CurvePoint {
  readonly atMs: number;
  readonly probability: number;
}

/** A place in the unit square; y is the probability, 0 at the foot and 1 at the top. */
export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
}

/** The curve as unbroken lines in time order: a gap in what is known stays a gap. Points outside the range are left out. */
export function layoutCurve(curve: readonly CurvePoint[], range: TimeRange): readonly (readonly PlacedPoint[])[] {
  const xOf = timeScale(range);
  const lines: PlacedPoint[][] = [];
  let line: PlacedPoint[] = [];
  for (const { atMs, probability } of curve) {
    const inside = atMs >= range.fromMs && atMs <= range.toMs;
    if (inside && !Number.isNaN(probability)) line.push({ x: xOf(atMs), y: probability });
    else if (line.length > 0) {
      lines.push(line);
      line = [];
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}
