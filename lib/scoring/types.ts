import type { Category } from "@/lib/kinds/categories";

/** One entry of an organisation's catalogue of touchpoint kinds, as scoring sees it. */
export interface ScoringKind {
  /** The small integer that touchpoints carry: 0 to 65,535. */
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  readonly valence: -1 | 0 | 1;
  readonly halfLifeDays: number;
}

/**
 * One customer's touchpoints in time order, as a struct of arrays. Only the first `length` entries count, so that the
 * arrays can be reused from customer to customer.
 */
export interface TouchpointColumns {
  length: number;
  occurredAtMs: Float64Array;
  kindId: Uint16Array;
  /** NaN where there is none. */
  value: Float64Array;
  /** -1 (bad) to 1 (good); NaN where there is none. */
  sentiment: Float64Array;
}

/** What is known of a customer beyond touchpoints. */
export interface CustomerFacts {
  readonly startedOnMs: number | null;
  readonly renewsOnMs: number | null;
  readonly mrrMinor: number | null;
  readonly traits: ReadonlyMap<string, string | number | boolean>;
}

/** A message of the namespace `reasons` and the values it is filled with; see `sayText`. */
export interface ReasonText {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Texts that the message contains, by the name of their place in it. */
  readonly parts?: Readonly<Record<string, ReasonText>>;
}

/** A touchpoint's part of a reason, by its index in the columns. */
export interface TouchpointShare {
  readonly index: number;
  readonly logOdds: number;
}

/** What one rule contributes to a score. Above 0 raises the risk. */
export interface Reason {
  readonly ruleKey: string;
  readonly logOdds: number;
  readonly points: number;
  readonly text: ReasonText;
  /** Shares that sum to `logOdds`, or none where no single touchpoint is behind the reason (tenure, renewal, absence). */
  readonly touchpoints: readonly TouchpointShare[];
}

/** The risk of a break-up within the horizon after `asOfMs`: `intercept` and the reasons' log-odds sum to `logOdds`. */
export interface Score {
  readonly asOfMs: number;
  /** 0 to 1; higher is worse. */
  readonly probability: number;
  readonly logOdds: number;
  readonly intercept: number;
  /** `thin` when too few recent touchpoints stand behind the score (see `hasThinEvidence`). */
  readonly evidence: "ok" | "thin";
  /** Largest first, by absolute log-odds; rules that contribute nothing are left out. */
  readonly reasons: readonly Reason[];
}

/** The logistic model: log-odds = intercept + the sum of weight x points (in log-odds, caps applied) over rules. */
export interface ModelParameters {
  readonly intercept: number;
  /** Weight by rule key; a rule without one has weight 1, which takes the admin's points as they are. */
  readonly weights: ReadonlyMap<string, number>;
}

/** A compiled configuration that scores any customer. It reuses its buffers between calls. */
export interface Scorer {
  readonly horizonDays: number;
  readonly ruleKeys: readonly string[];
  /** The score with reasons down to touchpoints: for one customer on a page. */
  scoreAt(touchpoints: TouchpointColumns, facts: CustomerFacts, asOfMs: number): Score;
  /** The score with reasons in words but without touchpoints: for the nightly run over all customers. */
  outlineAt(touchpoints: TouchpointColumns, facts: CustomerFacts, asOfMs: number): Score;
  /** Log-odds at each of the ascending instants: for a curve, the change in seven days or a training panel. */
  logOddsAt(touchpoints: TouchpointColumns, facts: CustomerFacts, asOfMs: ArrayLike<number>): Float64Array;
  /** Writes each rule's contribution in log-odds, the model's weight included, to `contributions`, in the order of `ruleKeys`; returns the log-odds. */
  contributionsAt(
    touchpoints: TouchpointColumns,
    facts: CustomerFacts,
    asOfMs: number,
    contributions: Float64Array,
  ): number;
}
