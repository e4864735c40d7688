import type { Band } from "@/lib/bands/bands";

/** `standing` until it expires, is taken back, or its customer is judged anew. */
export type JudgementState = "standing" | "expired" | "replaced" | "withdrawn";

/** A risk as a person or the model says it; a person who named a band has no probability. */
export type SaidRisk = Readonly<{ band: Band; probability: number | null }>;

/** What a person thought of a customer's risk. */
export type JudgementView = Readonly<{
  id: number;
  type: "override" | "comment";
  /** Null for a comment. */
  said: SaidRisk | null;
  /** What the model said when it was made. */
  modelSaid: SaidRisk | null;
  reason: string;
  author: string;
  madeAtMs: number;
  /** The last instant at which it stands. */
  expiresAtMs: number;
  state: JudgementState;
  /** Whether whoever looks may take it back: the author, or an admin, while it stands. */
  mayWithdraw: boolean;
}>;

/** The judgement that stands beside a computed score. */
export type StandingJudgement = Readonly<{
  said: SaidRisk;
  author: string;
  reason: string;
  expiresAtMs: number;
  /** Another band than the model's, or 20 points or more away. */
  disagrees: boolean;
}>;
