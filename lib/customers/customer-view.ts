import type { Band } from "@/lib/bands/bands";
import type { TimeLeft } from "@/lib/journey/time-left";
import type { Category } from "@/lib/kinds/categories";
import type { ReasonText } from "@/lib/scoring/types";
import type { Stage } from "@/lib/stages/stages";

/** A touchpoint behind a reason, with its part of the reason's points. */
export type ReasonTouchpoint = Readonly<{
  id: string;
  kindKey: string;
  kindLabel: string;
  category: Category;
  occurredAt: string;
  value: number | null;
  points: number;
}>;

/** One reason: its points, its words and the touchpoints behind it, largest share first, at most fifty. */
export type ReasonView = Readonly<{
  key: string;
  points: number;
  text: ReasonText;
  touchpoints: readonly ReasonTouchpoint[];
  /** The touchpoints with smaller shares than those, and their part of the points. */
  further: Readonly<{ count: number; points: number }>;
}>;

/** Facts without which a score knows less of a customer. */
type EvidenceFact = "renewsOn" | "mrr" | "startedOn";

/** What there is too little of to score a customer well. */
export type MissingEvidence = Readonly<{
  /** Touchpoints of the last 365 days, counted up to as many as are enough. */
  recentTouchpoints: number;
  facts: readonly EvidenceFact[];
}>;

/** The current score of a customer; `interceptPoints` and the reasons' points add up to `totalPoints`. */
export type ScoreView = Readonly<{
  asOf: string;
  probability: number;
  band: Band;
  /** Points gained since seven days before `asOf`. */
  change7d: number;
  evidence: "ok" | "thin";
  missing: MissingEvidence;
  interceptPoints: number;
  totalPoints: number;
  /** Largest first, by absolute points. */
  reasons: readonly ReasonView[];
  modelVersion: number;
  ruleSetVersion: number;
}>;

/** A step that would lower the risk if it happened today. */
export type AdvisedStepView = Readonly<{
  kindKey: string;
  category: Category;
  text: ReasonText;
  /** The newest open touchpoint that it answers, of `open` in all; null where it answers none. */
  answers: Readonly<{ id: string; kindLabel: string; occurredAt: string }> | null;
  open: number;
  /** What it alone would change, below 0, and the probability then. */
  points: number;
  probability: number;
  /** The probability with all steps before it as well. */
  probabilityTogether: number;
}>;

/** Everything the head of a customer's page shows. `…On` are ISO dates, `stageSince` and `asOf` ISO instants. */
export type CustomerView = Readonly<{
  externalId: string;
  name: string;
  stage: Stage;
  stageSince: string | null;
  owner: Readonly<{ name: string }> | null;
  mrrMinor: number | null;
  currency: string;
  valueAtRiskMinor: number | null;
  startedOn: string | null;
  renewsOn: string | null;
  /** By when somebody has to act; null where nothing says so, or while the customer has never been scored. */
  timeLeft: TimeLeft | null;
  traits: readonly Readonly<{ name: string; value: string | number | boolean }>[];
  touchpointCount: number;
  /** Null while the customer has never been scored. */
  score: ScoreView | null;
  /** What would lower the risk most, best first, at most five; none for a customer who left or was never scored. */
  advice: readonly AdvisedStepView[];
}>;
