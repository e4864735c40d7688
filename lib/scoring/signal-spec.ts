import type { Category } from "@/lib/kinds/categories";

/** Which touchpoints a signal looks at. Every part that is given narrows the choice; `{}` takes all touchpoints. */
export interface KindFilter {
  readonly kinds?: readonly string[];
  readonly categories?: readonly Category[];
  readonly valences?: readonly (-1 | 0 | 1)[];
}

/** Touchpoints in (asOf - windowDays, asOf]. */
export interface CountSpec {
  readonly type: "count";
  readonly filter: KindFilter;
  readonly windowDays: number;
}

/** UTC days with a touchpoint in (asOf - windowDays, asOf]. */
export interface ActiveDaysSpec {
  readonly type: "active-days";
  readonly filter: KindFilter;
  readonly windowDays: number;
}

/** Sum of the values given in (asOf - windowDays, asOf]; 0 when none was. */
export interface SumSpec {
  readonly type: "sum";
  readonly filter: KindFilter;
  readonly windowDays: number;
}

/** Sum in which every touchpoint fades by half in `halfLifeDays`, or in its kind's own half-life when that is left out. */
export interface DecayedSumSpec {
  readonly type: "decayed-sum";
  readonly filter: KindFilter;
  readonly halfLifeDays?: number;
  /** What fades: 1 for each touchpoint, or its value. */
  readonly measure: "count" | "value";
}

/** Days since the last touchpoint; missing when there was none. */
export interface DaysSinceSpec {
  readonly type: "days-since";
  readonly filter: KindFilter;
}

/**
 * How surprising the current gap is, given the customer's own gaps between days with a touchpoint. Gaps are gamma
 * (Erlang) with the shape `regularity` (1: random, higher: like clockwork) and a rate learned from the customer's gaps,
 * shrunk to `priorGaps` gaps of `priorGapDays` each. Missing when there was no touchpoint.
 */
export interface SilenceSpec {
  readonly type: "silence";
  readonly filter: KindFilter;
  readonly regularity: number;
  readonly priorGapDays: number;
  readonly priorGaps: number;
  /** `probability` of a gap at least this long, or surprise in `bits`: -log2 of it. */
  readonly unit: "bits" | "probability";
}

/**
 * log2 of the rate in the last `recentDays` over the rate in the `baselineDays` before, both shrunk to their common rate
 * by `shrinkage` touchpoints: -1 is half as much as before. Missing without touchpoints or without a baseline.
 */
export interface TrendSpec {
  readonly type: "trend";
  readonly filter: KindFilter;
  readonly recentDays: number;
  readonly baselineDays: number;
  readonly shrinkage: number;
  readonly measure: "count" | "value";
}

/** A statistic of the values or sentiments given in the window; missing when none was given. */
export interface ValueSpec {
  readonly type: "value";
  readonly filter: KindFilter;
  readonly field: "value" | "sentiment";
  readonly statistic: "latest" | "mean" | "minimum";
  readonly windowDays: number;
}

/**
 * How likely it is that a customer without a contract buys nothing in the next `aheadDays`, by the BG/NBD model with
 * UTC days of purchase as its events and parameters per week: rates are Gamma(r, alpha), the chance to leave after a
 * purchase is Beta(a, b). Missing before the first purchase. Times are whole days: every instant of a day gives the same.
 */
export interface NoPurchaseSpec {
  readonly type: "no-purchase";
  readonly filter: KindFilter;
  readonly aheadDays: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly unit: "probability" | "log-odds";
}

/** Days until the renewal date, negative after it; missing when there is none. */
export interface DaysToRenewalSpec {
  readonly type: "days-to-renewal";
}

/** Days since the start date, or since the first touchpoint when there is no start date; missing with neither. */
export interface TenureSpec {
  readonly type: "tenure";
}

/** Touchpoints per 30 days since the relationship began; missing while it is younger than 30 days. */
export interface LifetimeFrequencySpec {
  readonly type: "lifetime-frequency";
  readonly filter: KindFilter;
}

/** 1 in the given calendar months (1 to 12, UTC), otherwise 0. */
export interface SeasonSpec {
  readonly type: "season";
  readonly months: readonly number[];
}

/**
 * Touchpoints of the last `windowDays` that have been open for at least `graceDays`. A touchpoint of `closedBy` at the
 * same instant or later closes everything opened until then.
 */
export interface UnresolvedSpec {
  readonly type: "unresolved";
  readonly filter: KindFilter;
  readonly closedBy: KindFilter;
  readonly graceDays: number;
  readonly windowDays: number;
}

/** Touchpoints of `next` in the window that came after one of `first`, by at most `withinDays`. */
export interface SequenceSpec {
  readonly type: "sequence";
  readonly first: KindFilter;
  readonly next: KindFilter;
  readonly withinDays: number;
  readonly windowDays: number;
}

/** A numeric trait (a true or false trait is 1 or 0); missing when absent or text. */
export interface TraitNumberSpec {
  readonly type: "trait-number";
  readonly trait: string;
}

/** 1 when the trait, as text, is one of the given; 0 when it is another; missing when absent. */
export interface TraitIsSpec {
  readonly type: "trait-is";
  readonly trait: string;
  readonly oneOf: readonly string[];
}

/** Every signal, by its type. */
export interface SignalSpecs {
  readonly count: CountSpec;
  readonly "active-days": ActiveDaysSpec;
  readonly sum: SumSpec;
  readonly "decayed-sum": DecayedSumSpec;
  readonly "days-since": DaysSinceSpec;
  readonly silence: SilenceSpec;
  readonly trend: TrendSpec;
  readonly value: ValueSpec;
  readonly "days-to-renewal": DaysToRenewalSpec;
  readonly tenure: TenureSpec;
  readonly "lifetime-frequency": LifetimeFrequencySpec;
  readonly season: SeasonSpec;
  readonly unresolved: UnresolvedSpec;
  readonly sequence: SequenceSpec;
  readonly "no-purchase": NoPurchaseSpec;
  readonly "trait-number": TraitNumberSpec;
  readonly "trait-is": TraitIsSpec;
}

export type SignalKind = keyof SignalSpecs;

/** A number computed from a customer's touchpoints, traits and dates as of a moment. */
export type SignalSpec = SignalSpecs[SignalKind];
