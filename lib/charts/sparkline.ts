/** A score at a moment: it holds until the next one. */
export type SparkPoint = Readonly<{ atMs: number; probability: number }>;

/** What is drawn of a score's last weeks, in a box of so many units, and what it says in words. */
export type Sparkline = Readonly<{
  /** SVG path of steps: a score holds until it changes. */
  path: string;
  end: Readonly<{ x: number; y: number }>;
  first: number;
  last: number;
}>;

const WIDTH = 64;
const HEIGHT = 18;
const MARGIN = 2;
/** A smaller spread is drawn as small as it is: a tenth fills the box. */
const LEAST_SPREAD = 0.1;

export const SPARKLINE_BOX = { width: WIDTH, height: HEIGHT } as const;

/**
 * Lays out scores between two moments, oldest first; one before the first moment is where the line begins.
 * @returns null for fewer than two scores: one is no line
 */
export function layoutSparkline(points: readonly SparkPoint[], fromMs: number, toMs: number): Sparkline | null {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2 || toMs <= fromMs) return null;
  const chances = points.map((point) => point.probability);
  const low = Math.min(...chances);
  const spread = Math.max(Math.max(...chances) - low, LEAST_SPREAD);
  const x = (atMs: number) => {
    const share = Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)));
    return round(MARGIN + share * (WIDTH - 2 * MARGIN));
  };
  const y = (chance: number) => round(HEIGHT - MARGIN - ((chance - low) / spread) * (HEIGHT - 2 * MARGIN));
  let path = `M${x(first.atMs)} ${y(first.probability)}`;
  for (const point of points.slice(1)) path += `H${x(point.atMs)}V${y(point.probability)}`;
  const end = { x: x(toMs), y: y(last.probability) };
  return { path: `${path}H${end.x}`, end, first: first.probability, last: last.probability };
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
