import type { Band } from "@/lib/bands/bands";

/** How many customers were in each band at a moment. */
export type BandCountsAt = Readonly<{ asOfMs: number; counts: Readonly<Record<Band, number>> }>;

/** One run as a bar: parts in per cent of the plot's height, from the zero line up. */
export type TrendBar = BandCountsAt &
  Readonly<{ atRiskHeight: number; criticalHeight: number /** At risk or critical. */; total: number }>;

export type BandTrend = Readonly<{ bars: readonly TrendBar[]; top: number }>;

/** Fewer moments than this are no trend. */
const FEWEST_RUNS = 2;

/** Customers at risk and critical, run by run, as stacked bars from zero; null while there are too few runs. */
export function prepareBandTrend(runs: readonly BandCountsAt[]): BandTrend | null {
  if (runs.length < FEWEST_RUNS) return null;
  const totalOf = ({ counts }: BandCountsAt) => counts["at-risk"] + counts.critical;
  const top = Math.max(1, ...runs.map(totalOf));
  return {
    top,
    bars: runs.map((run) => ({
      ...run,
      total: totalOf(run),
      atRiskHeight: (run.counts["at-risk"] / top) * 100,
      criticalHeight: (run.counts.critical / top) * 100,
    })),
  };
}
