import type { Metric } from "@/lib/scoring/evaluation/predictions";

/** Mean squared distance between probability and outcome; lower is better. */
export const brierScore: Metric = ({ rows, order, probabilities, outcomes }, counts) => {
  let sum = 0;
  let total = 0;
  for (let at = 0; at < rows; at++) {
    const count = counts[order[at] as number] as number;
    sum += count * ((probabilities[at] as number) - (outcomes[at] as number)) ** 2;
    total += count;
  }
  return sum / total;
};
