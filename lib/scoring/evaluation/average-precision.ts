import { forEachTie } from "@/lib/scoring/evaluation/for-each-tie";
import type { Metric } from "@/lib/scoring/evaluation/predictions";

/** Precision at each probability, weighted by the recall it adds; ties are one step. NaN without break-ups. */
export const averagePrecision: Metric = (predictions, counts) => {
  let seen = 0;
  let seenPositives = 0;
  let sum = 0;
  forEachTie(predictions, counts, (positives, negatives) => {
    seen += positives + negatives;
    seenPositives += positives;
    sum += (positives * seenPositives) / seen;
  });
  return sum / seenPositives;
};
