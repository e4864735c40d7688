type Effect = Readonly<{ at: number | string; points: number }>;

/** How points go with a signal: up, down, first one and then the other, or a number for each name. */
export type EffectDirection = "rises" | "falls" | "turns" | "levels" | "flat";

export type EffectSketch = Readonly<{
  direction: EffectDirection;
  /** In a box of 100 by 100; empty for names, which have bars. */
  path: string;
  /** A bar for each name: from the zero line up or down. */
  bars: readonly Readonly<{ key: string; x: number; width: number; y: number; height: number }>[];
  zeroY: number;
  first: Effect | null;
  last: Effect | null;
}>;

/** Less than this nobody would notice. */
const FLAT_POINTS = 0.05;

/** The most points, up or down, that a signal gives: the scale of its picture, where the points stand beside it. */
export function largestEffect(effects: readonly Effect[]): number {
  return Math.max(1, ...effects.map(({ points }) => Math.abs(points)));
}

/**
 * A small picture of what a learned signal gives, with its direction for words. Values stand at equal distances: they
 * are quantiles, and each stands for as many customers as the next.
 * @param scale the points at the upper edge; as many below zero at the lower one
 */
export function sketchEffect(effects: readonly Effect[], scale: number): EffectSketch {
  const yOf = (points: number) => Number((50 - (points / scale) * 48).toFixed(2));
  const xOf = (at: number) => Number((effects.length < 2 ? 50 : (at / (effects.length - 1)) * 100).toFixed(2));
  const named = effects.some(({ at }) => typeof at === "string");
  const width = 100 / Math.max(1, effects.length);
  return {
    direction: directionOf(effects, named),
    path: named ? "" : effects.map(({ points }, at) => `${at === 0 ? "M" : "L"}${xOf(at)} ${yOf(points)}`).join(""),
    bars: named
      ? effects.map(({ at, points }, index) => ({
          key: String(at),
          x: index * width + width * 0.15,
          width: width * 0.7,
          y: Math.min(50, yOf(points)),
          height: Math.abs(yOf(points) - 50),
        }))
      : [],
    zeroY: 50,
    first: effects[0] ?? null,
    last: effects.at(-1) ?? null,
  };
}

function directionOf(effects: readonly Effect[], named: boolean): EffectDirection {
  const points = effects.map((effect) => effect.points);
  if (points.length === 0 || Math.max(...points) - Math.min(...points) < FLAT_POINTS) return "flat";
  if (named) return "levels";
  const steps = points.slice(1).map((value, at) => value - (points[at] ?? 0));
  if (steps.every((step) => step >= -1e-9)) return "rises";
  if (steps.every((step) => step <= 1e-9)) return "falls";
  return "turns";
}
