import type { Metric, Predictions, RowCounts } from "@/lib/scoring/evaluation/predictions";
import { fitMapLogistic } from "@/lib/scoring/model/fit/fit-map-logistic";

const CLIP = 1e-6;

/**
 * Slope of a logistic regression of the outcome on the log-odds of the probability: 1 is right, below 1 the probabilities
 * are too far apart. NaN when it has no finite answer: one kind of outcome, one probability, or perfect separation.
 */
export const calibrationSlope: Metric = (predictions, counts) => {
  const { rows, order, outcomes } = predictions;
  if (!overlaps(predictions, counts)) return Number.NaN;
  const design = new Float64Array(rows * 2);
  for (let at = 0; at < rows; at++) {
    design[at * 2] = 1;
    design[at * 2 + 1] = logOddsAt(predictions, at);
  }
  const { coefficients } = fitMapLogistic({
    rows,
    columns: 2,
    design,
    outcomes,
    counts: Uint16Array.from(order, (row) => counts[row] as number),
    priorMeans: [0, 1],
    priorSds: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  });
  return coefficients[1] as number;
};

function logOddsAt({ probabilities }: Predictions, at: number): number {
  const probability = Math.min(1 - CLIP, Math.max(CLIP, probabilities[at] as number));
  return Math.log(probability / (1 - probability));
}

/** Whether some who broke up had a lower probability than some who did not, and the other way round. */
function overlaps(predictions: Predictions, counts: RowCounts): boolean {
  const lowest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const highest = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < predictions.rows; at++) {
    if (counts[predictions.order[at] as number] === 0) continue;
    const outcome = predictions.outcomes[at] as number;
    const logOdds = logOddsAt(predictions, at);
    lowest[outcome] = Math.min(lowest[outcome] as number, logOdds);
    highest[outcome] = Math.max(highest[outcome] as number, logOdds);
  }
  const [lowestStayed, lowestLeft] = lowest as [number, number];
  const [highestStayed, highestLeft] = highest as [number, number];
  return lowestLeft < highestStayed && lowestStayed < highestLeft;
}
