type Step = Readonly<{ share: number; rows: number; breakUps: number; caught: number; lift: number }>;

export type LiftChart = Readonly<{
  /** A path from (0, 100) to (100, 0) in a box of 100 by 100: whom to call against whom that would catch. */
  path: string;
  dots: readonly (Step & Readonly<{ x: number; y: number }>)[];
  /** The riskiest fifth, or as many as there are nearest to it: the one that the title speaks of. */
  marked: (Step & Readonly<{ x: number; y: number }>) | null;
}>;

const MARKED_SHARE = 0.2;

/** Which share of break-ups would be caught by looking after the riskiest share of customers. */
export function prepareLiftChart(steps: readonly Step[]): LiftChart {
  const dots = steps.map((step) => ({ ...step, x: step.share * 100, y: (1 - step.caught) * 100 }));
  const marked = dots.reduce<(typeof dots)[number] | null>(
    (best, dot) =>
      best === null || Math.abs(dot.share - MARKED_SHARE) < Math.abs(best.share - MARKED_SHARE) ? dot : best,
    null,
  );
  const path = ["M0 100", ...dots.map(({ x, y }) => `L${round(x)} ${round(y)}`)].join("");
  return { path, dots, marked };
}

function round(per: number): number {
  return Number(per.toFixed(2));
}
