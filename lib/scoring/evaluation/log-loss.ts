import type { Metric } from "@/lib/scoring/evaluation/predictions";

/** Probabilities are taken to be this far from 0 and 1, so that one certain error does not outweigh everything. */
const CLIP = 1e-6;

/** Mean of -ln of the probability given to what happened; lower is better. */
export const logLoss: Metric = ({ rows, order, probabilities, outcomes }, counts) => {
  let sum = 0;
  let total = 0;
  for (let at = 0; at < rows; at++) {
    const count = counts[order[at] as number] as number;
    if (count === 0) continue;
    const probability = Math.min(1 - CLIP, Math.max(CLIP, probabilities[at] as number));
    sum -= count * Math.log(outcomes[at] === 1 ? probability : 1 - probability);
    total += count;
  }
  return sum / total;
};
