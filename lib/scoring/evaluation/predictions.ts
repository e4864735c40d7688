/** What a model said of rows it had not seen, and what happened, in order of probability. */
export interface Predictions {
  readonly rows: number;
  /** Row numbers by falling probability: what follows is in this order. */
  readonly order: Uint32Array;
  readonly probabilities: Float64Array;
  /** 1 for a break-up, 0 for none. */
  readonly outcomes: Uint8Array;
  /** ln(p / (1 - p)), of probabilities that are kept `CLIP` from 0 and 1. */
  readonly logOdds: Float64Array;
  /** -ln of the probability given to what happened, kept likewise. */
  readonly losses: Float64Array;
}

/** Probabilities are taken to be this far from 0 and 1, so that one certain error does not outweigh everything. */
const CLIP = 1e-6;

/** How often each row, by its number, counts: 1 for all, or as often as a bootstrap drew it. */
export type RowCounts = Uint16Array;

/** A measure of how good predictions are; NaN when it is not defined for such rows. */
export type Metric = (predictions: Predictions, counts: RowCounts) => number;

/**
 * Brings predictions in order once, so that every metric and every bootstrap reads straight through.
 *
 * @throws RangeError when lengths differ, a probability is not in [0, 1] or an outcome is neither 0 nor 1.
 */
export function orderPredictions(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): Predictions {
  const rows = probabilities.length;
  if (outcomes.length !== rows) throw new RangeError(`There must be ${rows} outcomes, not ${outcomes.length}.`);
  for (let row = 0; row < rows; row++) {
    const probability = probabilities[row] as number;
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`Probability ${row} is ${probability}.`);
    if (outcomes[row] !== 0 && outcomes[row] !== 1) throw new RangeError(`Outcome ${row} is ${outcomes[row]}.`);
  }
  const order = Uint32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number),
  );
  const clipped = Float64Array.from(order, (row) => Math.min(1 - CLIP, Math.max(CLIP, probabilities[row] as number)));
  const ordered = Uint8Array.from(order, (row) => outcomes[row] as number);
  return {
    rows,
    order,
    probabilities: Float64Array.from(order, (row) => probabilities[row] as number),
    outcomes: ordered,
    logOdds: clipped.map((probability) => Math.log(probability / (1 - probability))),
    losses: clipped.map((probability, at) => -Math.log(ordered[at] === 1 ? probability : 1 - probability)),
  };
}

/** Counts every row once. */
export function countOnce({ rows }: Predictions): RowCounts {
  return new Uint16Array(rows).fill(1);
}
