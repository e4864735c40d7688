import type { BinsEncoding } from "@/lib/scoring/learning/encoding";
import { quantileCuts } from "@/lib/scoring/learning/quantile-cuts";

const MOST_BINS = 12;
/** Half a break-up and half a customer who stayed are added to each bin, so that weights are finite. */
const SMOOTHING = 0.5;

interface Bin {
  readonly endsBefore: number;
  positives: number;
  negatives: number;
}

/**
 * Bins of about equal size with their weight of evidence, ln((p + 1/2) / (n + 1/2)) - ln(P / N), merged until weights
 * only rise or only fall with the value, whichever way the value leans as a whole. Missing values have a weight of their
 * own, 0 when there are none.
 * Source: Siddiqi 2006, Credit Risk Scorecards, chapter 6.
 */
export function fitBins(values: Float64Array, outcomes: ArrayLike<number>): BinsEncoding {
  const ascending = values.filter((value) => !Number.isNaN(value)).sort();
  const edges = [...quantileCuts(ascending, MOST_BINS), Number.POSITIVE_INFINITY];
  const bins = edges.map((endsBefore): Bin => ({ endsBefore, positives: 0, negatives: 0 }));
  const missing: Bin = { endsBefore: Number.NaN, positives: 0, negatives: 0 };
  const all: Bin = { endsBefore: Number.NaN, positives: 0, negatives: 0 };
  values.forEach((value, row) => {
    const bin = Number.isNaN(value) ? missing : (bins.find(({ endsBefore }) => value < endsBefore) ?? missing);
    for (const one of [bin, all]) {
      if (outcomes[row] === 1) one.positives++;
      else one.negatives++;
    }
  });
  const base = logOddsOf(all);
  const merged = mergeUntilMonotone(bins, leaningOf(bins, base));
  return {
    type: "bins",
    edges: merged.slice(0, -1).map((bin) => bin.endsBefore),
    weights: merged.map((bin) => logOddsOf(bin) - base),
    missingWeight: missing.positives + missing.negatives === 0 ? 0 : logOddsOf(missing) - base,
  };
}

function logOddsOf({ positives, negatives }: Bin): number {
  return Math.log((positives + SMOOTHING) / (negatives + SMOOTHING));
}

/** 1 when weights rise with the value as a whole, -1 when they fall: the sign of the covariance with the bin's rank. */
function leaningOf(bins: readonly Bin[], base: number): 1 | -1 {
  const middle = (bins.length - 1) / 2;
  const covariance = bins.reduce((sum, bin, rank) => sum + (rank - middle) * (logOddsOf(bin) - base), 0);
  return covariance < 0 ? -1 : 1;
}

function mergeUntilMonotone(bins: readonly Bin[], leaning: 1 | -1): readonly Bin[] {
  const merged: Bin[] = [];
  for (const bin of bins) {
    let last = bin;
    for (let before = merged.at(-1); before && !isInOrder(before, last, leaning); before = merged.at(-1)) {
      merged.pop();
      last = {
        endsBefore: last.endsBefore,
        positives: before.positives + last.positives,
        negatives: before.negatives + last.negatives,
      };
    }
    merged.push(last);
  }
  return merged;
}

function isInOrder(before: Bin, after: Bin, leaning: 1 | -1): boolean {
  return leaning * (logOddsOf(after) - logOddsOf(before)) > 0;
}
