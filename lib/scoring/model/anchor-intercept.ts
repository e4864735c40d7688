import { sigmoid } from "@/lib/scoring/model/sigmoid";

/** Base rates are kept this far from 0 and 1: no intercept reaches the ends. */
const SMALLEST_RATE = 1e-6;
const MOST_STEPS = 200;
const TOLERANCE = 1e-12;
const LARGEST_INTERCEPT = 50;

/**
 * The intercept at which the mean probability over customers is the base rate. `logitsWithoutIntercept` are the sums of
 * contributions; without any, the intercept is the base rate's own log-odds. Newton's steps inside a shrinking bracket:
 * the mean probability rises with the intercept, so there is exactly one answer. Clamped to [-50, 50].
 */
export function anchorIntercept(logitsWithoutIntercept: Float64Array, baseRate: number): number {
  if (!Number.isFinite(baseRate)) throw new RangeError(`The base rate must be finite, not ${baseRate}.`);
  const rate = Math.min(1 - SMALLEST_RATE, Math.max(SMALLEST_RATE, baseRate));
  let intercept = Math.log(rate / (1 - rate));
  if (logitsWithoutIntercept.length === 0) return intercept;

  let low = -LARGEST_INTERCEPT;
  let high = LARGEST_INTERCEPT;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { mean, slope } = meanProbability(logitsWithoutIntercept, intercept);
    const excess = mean - rate;
    if (Math.abs(excess) <= TOLERANCE * rate) break;
    if (excess > 0) high = intercept;
    else low = intercept;
    const newton = intercept - excess / slope;
    intercept = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return intercept;
}

function meanProbability(logits: Float64Array, intercept: number): { mean: number; slope: number } {
  let sum = 0;
  let slopes = 0;
  for (const logit of logits) {
    const probability = sigmoid(logit + intercept);
    sum += probability;
    slopes += probability * (1 - probability);
  }
  return { mean: sum / logits.length, slope: slopes / logits.length };
}
