import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** Comparisons of a signal with one number. */
export const THRESHOLD_TESTS = ["at-least", "at-most", "above", "below"] as const;

/** Questions that need no number: `yes` and `no` are for signals that are 1 or 0, such as the season or a trait's value. */
export const STATE_TESTS = ["yes", "no", "known", "missing"] as const;

/** Compares a signal with a number. A missing signal fails every comparison. */
export interface ThresholdComparison {
  readonly signal: SignalSpec;
  readonly is: (typeof THRESHOLD_TESTS)[number];
  readonly value: number;
}

/** Holds from one number to another, both included. A missing signal is not between. */
export interface RangeComparison {
  readonly signal: SignalSpec;
  readonly is: "between";
  readonly from: number;
  readonly to: number;
}

/** Asks what a signal is. Of a missing signal only `missing` holds: it is neither `yes` nor `no`. */
export interface StateComparison {
  readonly signal: SignalSpec;
  readonly is: (typeof STATE_TESTS)[number];
}

export type Comparison = ThresholdComparison | RangeComparison | StateComparison;

/**
 * A tree of comparisons of any signals, traits included. A condition holds or does not, there is nothing between:
 * a comparison with a missing signal does not hold, and so `not` of it does. Ask for `known` as well where that matters.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/** How deep conditions may be nested: a comparison alone is one deep. */
export const DEEPEST_CONDITION = 5;

/** The most comparisons in one condition. */
export const MOST_COMPARISONS = 20;
