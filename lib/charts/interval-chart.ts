type Interval = Readonly<{ value: number | null; low: number | null; high: number | null }>;

/** A figure with its interval, in per cent from the left; null where there is nothing to draw. */
export type IntervalMark = Readonly<{ key: string; x: number; lowX: number; highX: number }>;

export type IntervalChart = Readonly<{
  marks: ReadonlyMap<string, IntervalMark>;
  /** Where a coin would stand, in per cent from the left. */
  chanceX: number;
  /** The figures at both ends of the axis. */
  from: number;
  to: number;
}>;

const CHANCE = 0.5;

/** Areas under the curve on one axis that always shows a coin's 0.5 and ends at 1. */
export function prepareIntervalChart(figures: Readonly<Record<string, Interval>>): IntervalChart {
  const lows = Object.values(figures).map(({ low, value }) => low ?? value ?? CHANCE);
  const from = Math.max(0, Math.floor(Math.min(CHANCE - 0.05, ...lows) * 20) / 20);
  const place = (figure: number) => ((figure - from) / (1 - from)) * 100;
  const marks = Object.entries(figures).flatMap(([key, { value, low, high }]) =>
    value === null
      ? []
      : [[key, { key, x: place(value), lowX: place(low ?? value), highX: place(high ?? value) }] as const],
  );
  return { marks: new Map(marks), chanceX: place(CHANCE), from, to: 1 };
}
