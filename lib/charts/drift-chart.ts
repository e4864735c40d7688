type Period = Readonly<{
  asOf: string;
  customers: number;
  predicted: number;
  low: number;
  high: number;
  happened: number;
  seenInTraining: boolean;
}>;

/** A period, in per cent from the left and from the top: what was to be expected, by chance from low to high, and what came. */
export type DriftMark = Readonly<{ x: number; predictedY: number; lowY: number; highY: number; happenedY: number }> &
  Period;

export type DriftChart = Readonly<{
  marks: readonly DriftMark[];
  /** Break-ups at the upper edge; the axis begins at 0. */
  top: number;
  /** Periods that the model did not learn from, and in how many of them chance explains what happened. */
  unseen: number;
  unseenWithin: number;
}>;

/** Predicted against happened, period by period, on one axis of break-ups. */
export function prepareDriftChart(periods: readonly Period[]): DriftChart {
  const top = niceTop(Math.max(1, ...periods.flatMap(({ high, happened }) => [high, happened])));
  const y = (breakUps: number) => (1 - breakUps / top) * 100;
  const marks = periods.map((period, at) => ({
    ...period,
    x: ((at + 0.5) / periods.length) * 100,
    predictedY: y(period.predicted),
    lowY: y(period.low),
    highY: y(period.high),
    happenedY: y(period.happened),
  }));
  const unseen = periods.filter(({ seenInTraining }) => !seenInTraining);
  return {
    marks,
    top,
    unseen: unseen.length,
    unseenWithin: unseen.filter(({ low, high, happened }) => happened >= low && happened <= high).length,
  };
}

/** The next of 1, 2, 4, 5, 10, 20, … that is not below. */
function niceTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 4, 5, 10].find((step) => step * power >= highest) ?? 10) * power;
}
