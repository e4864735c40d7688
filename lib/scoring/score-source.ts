import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";

/** What scores come from: one customer at a time, at ascending instants. */
export interface ScoreSource {
  readonly intercept: number;
  /** The rules' contributions in log-odds at the last instant, in the order of the rules. */
  readonly contributions: Float64Array;
  begin(touchpoints: TouchpointColumns, facts: CustomerFacts): void;
  /** The log-odds as of an instant not before the last one. */
  evaluateAt(asOfMs: number): number;
  /** Touchpoints up to the last instant. */
  reached(): number;
}
