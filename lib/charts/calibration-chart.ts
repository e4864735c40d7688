type Bin = Readonly<{ rows: number; predicted: number; happened: number; low: number; high: number }>;

/** A part of the customers, in per cent from the left and from the top of a square plot. */
export type CalibrationDot = Readonly<{ key: number; x: number; y: number; lowY: number; highY: number }> & Bin;

export type CalibrationChart = Readonly<{
  /** The probability at the right and the upper edge; both axes begin at 0. */
  top: number;
  /** Probabilities with a line and a number, with their place in per cent from 0. */
  ticks: readonly Readonly<{ probability: number; at: number }>[];
  dots: readonly CalibrationDot[];
  /** Parts whose interval holds what was predicted: what chance alone explains. */
  within: number;
}>;

/** Ends that an axis may have, each with four steps that are easy to say. */
const TOPS = [0.04, 0.08, 0.2, 0.4, 0.6, 0.8, 1] as const;
const STEPS = 4;

/** What was predicted (to the right) against what happened (upwards), with the interval of what happened. */
export function prepareCalibrationChart(bins: readonly Bin[]): CalibrationChart {
  const highest = Math.max(0, ...bins.flatMap(({ predicted, high }) => [predicted, high]));
  const top = TOPS.find((candidate) => candidate >= highest) ?? 1;
  const fromTop = (probability: number) => (1 - probability / top) * 100;
  return {
    top,
    ticks: Array.from({ length: STEPS + 1 }, (_, step) => ({
      probability: (top * step) / STEPS,
      at: (100 * step) / STEPS,
    })),
    dots: bins.map((bin, key) => ({
      ...bin,
      key,
      x: (bin.predicted / top) * 100,
      y: fromTop(bin.happened),
      lowY: fromTop(bin.low),
      highY: fromTop(bin.high),
    })),
    within: bins.filter(({ predicted, low, high }) => predicted >= low && predicted <= high).length,
  };
}
