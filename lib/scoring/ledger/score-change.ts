import type { CustomerFacts, ReasonText, Scorer } from "@/lib/scoring/types";

/** What a score was reckoned from at a moment: the configuration, the facts, and which touchpoints were known. */
export interface ScoredState {
  readonly scorer: Scorer;
  readonly facts: CustomerFacts;
  readonly asOfMs: number;
  /** Whether the touchpoint at an index had arrived by then. When it happened is looked at besides. */
  isKnown(index: number): boolean;
}

/** By how much one rule's contribution changed. */
export interface ReasonChange {
  /** Null: where everyone starts, the intercept. */
  readonly ruleKey: string | null;
  readonly logOdds: number;
  /** In words before and after; null where the rule gave nothing, or for the intercept. */
  readonly before: ReasonText | null;
  readonly after: ReasonText | null;
}

/** What touchpoints of one kind did by coming, or by being taken back. */
export interface KindChange {
  readonly kindId: number;
  readonly logOdds: number;
  /** They are no longer known: an import undone. */
  readonly takenBack: boolean;
  /** Positions of the touchpoints, in time order. */
  readonly indexes: readonly number[];
  /** How many of them happened up to the earlier moment and arrived after it. */
  readonly late: number;
}

/** One cause's part of a change; the reasons' log-odds sum to `logOdds`. */
export interface ChangePart {
  readonly logOdds: number;
  /** Largest first, by amount. */
  readonly reasons: readonly ReasonChange[];
}

/** A change of a score by cause: the four parts' log-odds sum to `after` less `before`. Above 0 raised the risk. */
export interface ScoreChange {
  /** Log-odds at the two moments. */
  readonly before: number;
  readonly after: number;
  readonly time: ChangePart;
  /** The kinds' log-odds sum to the part's as well, taken in the order in which their first touchpoint happened. */
  readonly touchpoints: ChangePart & { readonly kinds: readonly KindChange[] };
  readonly traits: ChangePart;
  readonly configuration: ChangePart;
}
