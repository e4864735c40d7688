import type { Category } from "@/lib/kinds/categories";

/** One touchpoint that could be brought about today, and what it would do to the risk. */
export interface AdvisedStep {
  readonly kindId: number;
  readonly category: Category;
  /** The position of the newest open touchpoint that it would answer; null where it answers none. */
  readonly answers: number | null;
  /** How many touchpoints it would answer. */
  readonly open: number;
  /** The change of the log-odds if it alone happened today: below 0. */
  readonly logOdds: number;
  /** The probability if it alone happened today. */
  readonly probability: number;
  /** The log-odds if it and all steps before it happened today. */
  readonly logOddsTogether: number;
}

/** What would lower a risk most. */
export interface Advice {
  /** The log-odds as they are. */
  readonly logOdds: number;
  /** Those that add most to the ones before them first; each in a category of its own. */
  readonly steps: readonly AdvisedStep[];
}
