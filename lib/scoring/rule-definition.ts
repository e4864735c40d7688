import type { Category } from "@/lib/kinds/categories";
import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** The points of the highest threshold that the signal reaches; below the lowest, none. */
export interface StepEffect {
  readonly type: "step";
  readonly thresholds: readonly { readonly from: number; readonly points: number }[];
}

/** None at `from`, linear to `points` at `to`, constant outside. `from` may be above `to`: less of the signal, more points. */
export interface RampEffect {
  readonly type: "ramp";
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

export type Effect = StepEffect | RampEffect;

/**
 * What a rule does while its signal is missing: `ignore` gives no points, `neutral` the middle of the points it can
 * give, `counts-against` the most.
 */
export const MISSING_POLICIES = ["ignore", "neutral", "counts-against"] as const;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

/** A rule as data. Points are log-odds: +20 points double the odds of a break-up. */
export interface RuleDefinition {
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  /** The key of a group whose cap this rule shares. */
  readonly group?: string;
  readonly signal: SignalSpec;
  readonly effect: Effect;
  readonly missing: MissingPolicy;
  /** The most points, up or down, that the rule may give whatever its weight. */
  readonly capPoints?: number;
}

/** Rules that tell the same story: their points together stay within the cap, up or down. */
export interface RuleGroup {
  readonly key: string;
  readonly label: string;
  readonly capPoints: number;
}

export interface RuleSetDefinition {
  readonly rules: readonly RuleDefinition[];
  readonly groups: readonly RuleGroup[];
}
