export interface GapEvidence {
  /** The gap whose tail is asked for. */
  readonly gapDays: number;
  /** Erlang shape of a gap: 1 is exponential. */
  readonly regularity: number;
  /** Number of gaps, prior ones included, and their sum. */
  readonly gaps: number;
  readonly gapsDays: number;
}

/**
 * log2 of the probability of a gap at least this long. Gaps are Gamma(k, rate) and the rate is Gamma(A = k gaps, B = sum
 * of gaps), so that x / (x + B) is Beta(k, A) distributed. For whole k the tail is a finite sum, with u = x / (x + B):
 * (1 - u)^A * sum over j < k of C(A + j - 1, j) u^j; k = 1 is the Lomax distribution.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, section 27 (beta prime).
 */
export function log2GapTail({ gapDays, regularity, gaps, gapsDays }: GapEvidence): number {
  if (gapDays <= 0) return 0;
  const shape = regularity * gaps;
  const share = gapDays / (gapDays + gapsDays);
  let term = 1;
  let sum = 1;
  for (let j = 1; j < regularity; j++) {
    term *= ((shape + j - 1) / j) * share;
    sum += term;
  }
  return Math.min(0, (shape * Math.log1p(-share) + Math.log(sum)) / Math.LN2);
}
