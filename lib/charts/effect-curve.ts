import type { RampEffect, StepEffect } from "@/lib/scoring/rule-definition";

/** Points over a signal's value, in a box of 100 by 60 with y downwards. */
export type EffectCurve = Readonly<{
  path: string;
  /** Where no points are given. */
  zeroY: number;
  /** Values that stand below the picture, from left to right. */
  ticks: readonly Readonly<{ value: number; x: number }>[];
  least: number;
  most: number;
}>;

const WIDTH = 100;
const HEIGHT = 60;
const MOST_TICKS = 4;

/**
 * The curve of an effect with a margin on both sides of where it changes; null while a number is missing or nothing
 * changes.
 */
export function effectCurve(effect: RampEffect | StepEffect): EffectCurve | null {
  const corners = cornersOf(effect);
  const values = corners.map(({ value }) => value);
  const allPoints = [0, ...corners.map(({ points }) => points)];
  if (corners.length === 0 || ![...values, ...allPoints].every(Number.isFinite)) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = high > low ? (high - low) * 0.25 : 1;
  const [least, most] = [Math.min(...allPoints), Math.max(...allPoints)];
  if (least === most) return null;
  const xOf = (value: number) => round(((value - low + margin) / (high - low + 2 * margin)) * WIDTH);
  const yOf = (points: number) => round(((most - points) / (most - least)) * HEIGHT);
  const line = corners.map(({ value, points }) => `L${xOf(value)} ${yOf(points)}`).join("");
  const start = yOf(corners[0]?.points ?? 0);
  const end = yOf(corners.at(-1)?.points ?? 0);
  const distinct = [...new Set(values)];
  const every = Math.ceil(distinct.length / MOST_TICKS);
  return {
    path: `M0 ${start}${line}L${WIDTH} ${end}`,
    zeroY: yOf(0),
    ticks: distinct.filter((_, at) => at % every === 0).map((value) => ({ value, x: xOf(value) })),
    ...{ least, most },
  };
}

function cornersOf(effect: RampEffect | StepEffect): readonly { value: number; points: number }[] {
  if (effect.type === "ramp") {
    const { from, to, points } = effect;
    const ends = [
      { value: from, points: 0 },
      { value: to, points },
    ];
    return from < to ? ends : ends.reverse();
  }
  const ascending = [...effect.thresholds].sort((a, b) => a.from - b.from);
  return ascending.flatMap(({ from, points }, at) => [
    { value: from, points: ascending[at - 1]?.points ?? 0 },
    { value: from, points },
  ]);
}

function round(number: number): number {
  return Number(number.toFixed(2));
}
