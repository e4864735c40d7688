import { forEachTie } from "@/lib/scoring/evaluation/for-each-tie";
import type { Metric } from "@/lib/scoring/evaluation/predictions";

const SHARE = 0.1;

/**
 * How many times the base rate of break-ups is found in the tenth of customers with the highest probability. Customers
 * with the probability at the edge count in part, so that their order does not matter. NaN without break-ups.
 */
export const liftAtTenth: Metric = (predictions, counts) => {
  let rows = 0;
  for (const count of counts) rows += count;
  let room = rows * SHARE;
  let allPositives = 0;
  let foundPositives = 0;
  forEachTie(predictions, counts, (positives, negatives) => {
    const taken = Math.min(1, room / (positives + negatives));
    foundPositives += positives * taken;
    room -= (positives + negatives) * taken;
    allPositives += positives;
  });
  return foundPositives / (allPositives * SHARE);
};
