import type { ReasonText } from "@/lib/scoring/types";
import type { ConfigurationPart } from "./configuration-differences";

/** One reason's part of a cause. `key` null: where everyone starts. */
export type ReasonChangeView = Readonly<{
  key: string | null;
  points: number;
  before: ReasonText | null;
  after: ReasonText | null;
}>;

/** Touchpoints of one kind that came, or were taken back, and what they did together. */
export type KindChangeView = Readonly<{
  kindKey: string;
  kindLabel: string;
  count: number;
  /** Of them, those that happened before the earlier moment and arrived after it. */
  late: number;
  takenBack: boolean;
  points: number;
  /** The newest of them, at most 20. */
  touchpoints: readonly Readonly<{ id: string; occurredAt: string }>[];
}>;

/** A fact that changed: dates as ISO days, money in minor units; null: not known. */
export type FactChangeView = Readonly<{
  fact: "started" | "renews" | "mrr" | "trait";
  name: string;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}>;

export type CauseView = Readonly<{ points: number; reasons: readonly ReasonChangeView[] }>;

export type MomentView = Readonly<{
  asOf: string;
  probability: number;
  totalPoints: number;
  modelVersion: number;
  ruleSetVersion: number;
}>;

/** A change of a score; the causes' points and `unexplainedPoints` sum to `points`. Above 0 is worse. */
export type ChangeView = Readonly<{
  from: MomentView;
  to: MomentView;
  points: number;
  time: CauseView;
  touchpoints: CauseView & Readonly<{ kinds: readonly KindChangeView[] }>;
  traits: CauseView & Readonly<{ facts: readonly FactChangeView[] }>;
  /** `merged`: kinds were merged since, so that what the score of then was reckoned from is no longer there. */
  configuration: CauseView & Readonly<{ changed: readonly (ConfigurationPart | "merged")[] }>;
  /** What the score of then had and what is stored today no longer explains: data taken back since. Mostly 0. */
  unexplainedPoints: number;
}>;

/** `summary` is null while the customer has never been scored. */
export type LedgerView = Readonly<{
  externalId: string;
  summary:
    | (ChangeView &
        Readonly<{
          /** `recorded`: from what was known then. `reconstructed`: scoring had not begun then, so as if all of today was known. */
          basis: "recorded" | "reconstructed";
        }>)
    | null;
  /** Newest first: from one recorded score to the next. */
  items: readonly ChangeView[];
  nextCursor: string | null;
}>;
