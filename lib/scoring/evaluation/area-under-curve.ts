import { forEachTie } from "@/lib/scoring/evaluation/for-each-tie";
import type { Metric } from "@/lib/scoring/evaluation/predictions";

/**
 * Area under the ROC curve: the chance that a customer who broke up had the higher probability than one who did not,
 * ties counting half. NaN when one of the two is missing.
 */
export const areaUnderCurve: Metric = (predictions, counts) => {
  let seenPositives = 0;
  let seenNegatives = 0;
  let pairsInOrder = 0;
  forEachTie(predictions, counts, (positives, negatives) => {
    pairsInOrder += negatives * (seenPositives + positives / 2);
    seenPositives += positives;
    seenNegatives += negatives;
  });
  return pairsInOrder / (seenPositives * seenNegatives);
};
