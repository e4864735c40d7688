import { areaUnderCurve } from "@/lib/scoring/evaluation/area-under-curve";
import { bootstrap, type Interval } from "@/lib/scoring/evaluation/bootstrap";
import { brierScore } from "@/lib/scoring/evaluation/brier-score";
import { type CalibrationBin, calibrationTable } from "@/lib/scoring/evaluation/calibration-table";
import { liftAtTenth } from "@/lib/scoring/evaluation/lift-at-tenth";
import { type Metric, orderPredictions, type RowCounts } from "@/lib/scoring/evaluation/predictions";
import { precisionFrom, recallFrom } from "./alert-metrics";

/** What two rule sets would have said at past dates, and what then happened: one row per customer and date. */
export type BacktestRows = Readonly<{
  candidate: ArrayLike<number>;
  current: ArrayLike<number>;
  outcomes: ArrayLike<number>;
  /** By row, the number of its customer: 0, 1, … */
  customerOf: ArrayLike<number>;
  customers: number;
}>;

export const BACKTEST_METRICS = ["auc", "lift10", "precision", "recall", "brier"] as const;
export type BacktestMetric = (typeof BACKTEST_METRICS)[number];
export type BacktestFigures = Readonly<Record<BacktestMetric, Interval>>;

/** `too-few`: no verdict; `same`: both order everyone alike; otherwise by whether the interval of the difference holds 0. */
export type Verdict = "too-few" | "same" | "better" | "worse" | "could-be-chance";

export type MeasuredBacktest = Readonly<{
  candidate: BacktestFigures;
  current: BacktestFigures;
  /** Candidate minus current, customer by customer. */
  difference: BacktestFigures;
  /** Of the candidate. */
  calibration: readonly CalibrationBin[];
  /** By the area under the curve. */
  againstCurrent: Verdict;
  againstChance: Verdict;
}>;

/** Fewer break-ups than this tell nothing apart. */
const MIN_BREAK_UPS = 10;
const MOST_RESAMPLES = 400;
const FEWEST_RESAMPLES = 50;
/** What bounds the time: rows looked at in all resamples together. */
const ROW_BUDGET = 6_000_000;
const SEED = 20_260_311;

/**
 * Measures both with 95% intervals. Customers are resampled, not rows: a customer's rows of several dates tell nearly the
 * same story. Both see the same resamples, so that their difference is judged in pairs.
 * Source: Field and Welsh 2007, Bootstrapping clustered data.
 * @param floor the probability from which a customer is called at risk
 */
export function measureBacktest(rows: BacktestRows, floor: number): MeasuredBacktest {
  const one = orderPredictions(rows.candidate, rows.outcomes);
  const other = orderPredictions(rows.current, rows.outcomes);
  const metrics: Readonly<Record<BacktestMetric, Metric>> = {
    auc: areaUnderCurve,
    lift10: liftAtTenth,
    precision: precisionFrom(floor),
    recall: recallFrom(floor),
    brier: brierScore,
  };
  const rowCounts = new Uint16Array(one.rows);
  const spread = (customerCounts: RowCounts) => {
    for (let row = 0; row < one.rows; row++) {
      rowCounts[row] = customerCounts[rows.customerOf[row] as number] as number;
    }
    return rowCounts;
  };
  const estimates = BACKTEST_METRICS.flatMap((name) => [
    (counts: RowCounts) => metrics[name](one, spread(counts)),
    (counts: RowCounts) => metrics[name](other, spread(counts)),
    (counts: RowCounts) => metrics[name](one, spread(counts)) - metrics[name](other, spread(counts)),
  ]);
  const affordable = Math.floor(ROW_BUDGET / Math.max(1, one.rows));
  const resamples = Math.min(MOST_RESAMPLES, Math.max(FEWEST_RESAMPLES, affordable));
  const intervals = bootstrap(rows.customers, estimates, { resamples, seed: SEED });
  const figuresAt = (place: number) =>
    Object.fromEntries(BACKTEST_METRICS.map((name, at) => [name, intervals[at * 3 + place]])) as BacktestFigures;
  const [candidate, current, difference] = [figuresAt(0), figuresAt(1), figuresAt(2)];
  const breakUps = Array.from(rows.outcomes).filter((outcome) => outcome === 1).length;
  const isTooFew = breakUps < MIN_BREAK_UPS || breakUps === one.rows;
  return {
    ...{ candidate, current, difference },
    calibration: calibrationTable(rows.candidate, rows.outcomes),
    againstCurrent: isTooFew ? "too-few" : judge(difference.auc, 0),
    againstChance: isTooFew ? "too-few" : judge(candidate.auc, 0.5),
  };
}

function judge({ value, low, high }: Interval, nothing: number): Verdict {
  if (value === nothing && low === nothing && high === nothing) return "same";
  if (low > nothing) return "better";
  return high < nothing ? "worse" : "could-be-chance";
}
