type BeforeAfter = Readonly<{ before: number; after: number }>;

export type BeforeAfterBars = Readonly<{
  /** One bar for each bin after the change, in a box of 100 by 100 with y downwards. */
  bars: readonly Readonly<{ x: number; width: number; y: number; height: number }>[];
  /** The outline of the bins before it, a stair from left to right. */
  outline: string;
  /** What the top of the box stands for. */
  most: number;
}>;

const GAP = 0.15;

/**
 * Counts by bin, before as an outline and after as bars. Heights are square roots of the counts: most customers are in
 * the first bins, and the few in the last are whom it is about.
 */
export function beforeAfterBars(bins: readonly BeforeAfter[]): BeforeAfterBars {
  const most = Math.max(1, ...bins.flatMap(({ before, after }) => [before, after]));
  const heightOf = (count: number) => round(Math.sqrt(count / most) * 100);
  const width = 100 / Math.max(1, bins.length);
  const stairs = bins.map(({ before }, at) => {
    const y = round(100 - heightOf(before));
    return `V${y}H${round((at + 1) * width)}`;
  });
  return {
    bars: bins.map(({ after }, at) => ({
      x: round(at * width + (width * GAP) / 2),
      width: round(width * (1 - GAP)),
      y: round(100 - heightOf(after)),
      height: heightOf(after),
    })),
    outline: `M0 100${stairs.join("")}V100`,
    most,
  };
}

function round(number: number): number {
  return Number(number.toFixed(2));
}
