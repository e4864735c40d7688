import type { Category } from "@/lib/kinds/categories";
import type { Condition } from "@/lib/scoring/condition";
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

/** All points at once: the effect of a rule that is a condition and looks at no signal of its own. */
export interface PointsEffect {
  readonly type: "points";
  readonly points: number;
}

export type Effect = StepEffect | RampEffect | PointsEffect;

/**
 * What a rule does while its signal is missing: `ignore` gives no points, `neutral` the middle of the points it can
 * give, `counts-against` the most.
 */
export const MISSING_POLICIES = ["ignore", "neutral", "counts-against"] as const;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

/** For some customers a rule's points count `times` as much: 0 (also when left out) is not at all, 0.5 half. */
export interface RuleException {
  readonly when: Condition;
  readonly times?: number;
}

interface AnyRule {
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  /** The key of a group whose cap this rule shares. */
  readonly group?: string;
  /** The first exception whose condition holds is the one that counts. */
  readonly except?: readonly RuleException[];
  /** The most points, up or down, that the rule may give, exceptions included; a model's weight comes after it. */
  readonly capPoints?: number;
  /** Switched off: the rule is kept with its settings and gives nothing. */
  readonly off?: boolean;
}

/** Points by the value of a signal, while the condition holds if there is one. */
export interface SignalRule extends AnyRule {
  readonly signal: SignalSpec;
  readonly effect: StepEffect | RampEffect;
  readonly missing: MissingPolicy;
  readonly when?: Condition;
}

/** Points while a condition holds. */
export interface ConditionRule extends AnyRule {
  readonly when: Condition;
  readonly effect: PointsEffect;
  readonly signal?: undefined;
  readonly missing?: undefined;
}

/** A rule as data. Points are log-odds: +20 points double the odds of a break-up. */
export type RuleDefinition = SignalRule | ConditionRule;

/**
 * Rules that tell the same story: their points together stay within the cap, up or down. Caps limit what the admin's
 * points say; what a model learned of a rule multiplies what is left.
 */
export interface RuleGroup {
  readonly key: string;
  readonly label: string;
  readonly capPoints: number;
}

export interface RuleSetDefinition {
  readonly rules: readonly RuleDefinition[];
  readonly groups: readonly RuleGroup[];
}
