import type { Metric } from "@/lib/scoring/evaluation/predictions";

const BINS = 10;

/** Mean distance, over ten bins of equal width, between the mean probability and the share that broke up. */
export const expectedCalibrationError: Metric = ({ rows, order, probabilities, outcomes }, counts) => {
  const excess = new Float64Array(BINS);
  let total = 0;
  for (let at = 0; at < rows; at++) {
    const count = counts[order[at] as number] as number;
    const probability = probabilities[at] as number;
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    excess[bin] = (excess[bin] as number) + count * (probability - (outcomes[at] as number));
    total += count;
  }
  return excess.reduce((sum, one) => sum + Math.abs(one), 0) / total;
};
