import { type BootstrapOptions, bootstrap, type Interval } from "@/lib/scoring/evaluation/bootstrap";
import { METRICS, type MetricName } from "@/lib/scoring/evaluation/metrics";
import { orderPredictions } from "@/lib/scoring/evaluation/predictions";

/** Every metric of a model with its interval. */
export type Evaluation = Readonly<Record<MetricName, Interval>>;

const METRIC_ENTRIES = Object.entries(METRICS);

/**
 * Measures predictions for rows that the model has not seen, in every metric, with 95% bootstrap intervals.
 *
 * @throws RangeError when a probability is not in [0, 1] or an outcome is neither 0 nor 1.
 */
export function evaluatePredictions(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  options: BootstrapOptions,
): Evaluation {
  const predictions = orderPredictions(probabilities, outcomes);
  const intervals = bootstrap(
    predictions.rows,
    METRIC_ENTRIES.map(
      ([, metric]) =>
        (counts) =>
          metric(predictions, counts),
    ),
    options,
  );
  return named(intervals);
}

/** How much better or worse than the other model the one is, row by row on the same resamples: one minus other. */
export function compareModels(
  { one, other, outcomes }: Readonly<Record<"one" | "other" | "outcomes", ArrayLike<number>>>,
  options: BootstrapOptions,
): Evaluation {
  const [first, second] = [orderPredictions(one, outcomes), orderPredictions(other, outcomes)];
  const intervals = bootstrap(
    first.rows,
    METRIC_ENTRIES.map(
      ([, metric]) =>
        (counts) =>
          metric(first, counts) - metric(second, counts),
    ),
    options,
  );
  return named(intervals);
}

function named(intervals: readonly Interval[]): Evaluation {
  return Object.fromEntries(METRIC_ENTRIES.map(([name], at) => [name, intervals[at]])) as Evaluation;
}
