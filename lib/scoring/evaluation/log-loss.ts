import type { Metric } from "@/lib/scoring/evaluation/predictions";

/** Mean of -ln of the probability given to what happened; lower is better. */
export const logLoss: Metric = ({ rows, order, losses }, counts) => {
  let sum = 0;
  let total = 0;
  for (let at = 0; at < rows; at++) {
    const count = counts[order[at] as number] as number;
    sum += count * (losses[at] as number);
    total += count;
  }
  return sum / total;
};
