import type { Metric, Predictions, RowCounts } from "@/lib/scoring/evaluation/predictions";
import { fitMapLogistic } from "@/lib/scoring/model/fit/fit-map-logistic";

/**
 * Slope of a logistic regression of the outcome on the log-odds of the probability: 1 is right, below 1 the probabilities
 * are too far apart. NaN when it has no finite answer: one kind of outcome, one probability, or perfect separation.
 */
export const calibrationSlope: Metric = (predictions, counts) => {
  const { order, outcomes, logOdds } = predictions;
  if (!overlaps(predictions, counts)) return Number.NaN;
  // A bootstrap leaves out more than a third of the rows: they need not be looked at in every step.
  const drawn = Uint32Array.from(order, (_, at) => at).filter((at) => counts[order[at] as number] !== 0);
  const design = new Float64Array(drawn.length * 2);
  drawn.forEach((at, row) => {
    design[row * 2] = 1;
    design[row * 2 + 1] = logOdds[at] as number;
  });
  const { coefficients } = fitMapLogistic({
    rows: drawn.length,
    columns: 2,
    design,
    outcomes: Uint8Array.from(drawn, (at) => outcomes[at] as number),
    counts: Uint16Array.from(drawn, (at) => counts[order[at] as number] as number),
    priorMeans: [0, 1],
    priorSds: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  });
  return coefficients[1] as number;
};

/** Whether some who broke up had a lower probability than some who did not, and the other way round. */
function overlaps({ rows, order, outcomes, logOdds }: Predictions, counts: RowCounts): boolean {
  const lowest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const highest = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < rows; at++) {
    if (counts[order[at] as number] === 0) continue;
    const outcome = outcomes[at] as number;
    lowest[outcome] = Math.min(lowest[outcome] as number, logOdds[at] as number);
    highest[outcome] = Math.max(highest[outcome] as number, logOdds[at] as number);
  }
  const [lowestStayed, lowestLeft] = lowest as [number, number];
  const [highestStayed, highestLeft] = highest as [number, number];
  return lowestLeft < highestStayed && lowestStayed < highestLeft;
}
