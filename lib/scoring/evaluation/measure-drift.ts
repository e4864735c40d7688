/** Scores that were given in one period, with what happened within their horizon. */
export interface DriftRow {
  readonly period: string;
  readonly probability: number;
  /** 1 for a break-up, 0 for none. */
  readonly outcome: number;
}

export interface DriftPeriod {
  readonly period: string;
  readonly customers: number;
  /** Break-ups that the probabilities say, and those that happened. */
  readonly predicted: number;
  readonly happened: number;
  /** Where the number lies in 95 of 100 such periods if the probabilities are right. */
  readonly low: number;
  readonly high: number;
  /** `unclear` where so few break-ups were predicted that their number says little. */
  readonly verdict: "as predicted" | "more than predicted" | "fewer than predicted" | "unclear";
}

const Z_95 = 1.959963984540054;
/** Beyond this many standard deviations is no chance even among dozens of periods. */
const Z_ALARM = 3;
/** Below this variance a normal distribution says little about a count. */
const LEAST_VARIANCE = 5;

/**
 * Break-ups predicted against happened, period by period in ascending order. If probabilities are right the number is a
 * sum of independent yes-or-no draws: mean sum(p), variance sum(p (1 - p)); its normal approximation is used.
 */
export function measureDrift(rows: readonly DriftRow[]): readonly DriftPeriod[] {
  const byPeriod = new Map<string, { customers: number; predicted: number; variance: number; happened: number }>();
  for (const { period, probability, outcome } of rows) {
    const sums = byPeriod.get(period) ?? { customers: 0, predicted: 0, variance: 0, happened: 0 };
    sums.customers++;
    sums.predicted += probability;
    sums.variance += probability * (1 - probability);
    sums.happened += outcome;
    byPeriod.set(period, sums);
  }
  return [...byPeriod]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, { customers, predicted, variance, happened }]) => {
      const sd = Math.sqrt(variance);
      return {
        period,
        customers,
        predicted,
        happened,
        low: Math.max(0, predicted - Z_95 * sd),
        high: Math.min(customers, predicted + Z_95 * sd),
        verdict: verdictOf(happened - predicted, variance),
      };
    });
}

function verdictOf(excess: number, variance: number): DriftPeriod["verdict"] {
  if (variance < LEAST_VARIANCE) return "unclear";
  if (Math.abs(excess) <= Z_ALARM * Math.sqrt(variance)) return "as predicted";
  return excess > 0 ? "more than predicted" : "fewer than predicted";
}
