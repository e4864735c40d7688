import type { RowCounts } from "@/lib/scoring/evaluation/predictions";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";

/** An estimate with its 95% interval; NaN where it is not defined. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly resamples: number;
  readonly seed: number;
}

const LOW = 0.025;
const HIGH = 0.975;

/**
 * Percentile intervals by resampling rows with replacement. All estimates see the same resamples, so that they can be
 * compared in pairs; each is told the resample's number, the rows as they are coming last. Resamples for which an estimate is not defined are left out of its interval.
 * Source: Efron and Tibshirani 1993, An introduction to the bootstrap, chapter 13.
 */
export function bootstrap(
  rows: number,
  estimates: readonly ((counts: RowCounts, resample: number) => number)[],
  { resamples, seed }: BootstrapOptions,
): readonly Interval[] {
  const uniform = seededUniform(seed);
  const counts = new Uint16Array(rows);
  const drawn = estimates.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < rows; draw++) {
      const row = Math.floor(uniform() * rows);
      counts[row] = (counts[row] as number) + 1;
    }
    estimates.forEach((estimate, at) => {
      (drawn[at] as Float64Array)[resample] = estimate(counts, resample);
    });
  }
  counts.fill(1);
  return estimates.map((estimate, at) => {
    const defined = (drawn[at] as Float64Array).filter((one) => !Number.isNaN(one)).sort();
    return { value: estimate(counts, resamples), low: quantile(defined, LOW), high: quantile(defined, HIGH) };
  });
}

/** The quantile of ascending numbers, interpolated; NaN when there are none. */
function quantile(ascending: Float64Array, share: number): number {
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const left = ascending[below] ?? Number.NaN;
  const right = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN;
  return left + (right - left) * (position - below);
}
