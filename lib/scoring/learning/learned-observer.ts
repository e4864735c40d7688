import { compileScorer } from "@/lib/scoring/compile-scorer";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import type { PanelPlan } from "@/lib/scoring/learning/panel-plan";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { SignalObserver } from "@/lib/scoring/learning/signal-observer";
import type { CustomerFacts } from "@/lib/scoring/types";

/** What a learned model looks at of one customer at one instant. */
export interface Observation {
  /** In the order of the signals; NaN is missing. */
  readonly signals: readonly number[];
  /** In the order of the categories; empty is missing. */
  readonly categories: readonly string[];
  /** Each rule's log-odds at weight 1, group caps applied, in the order of the rules. */
  readonly rules: Float64Array;
}

/**
 * Looks at customers the way learned models do, in training, evaluation and scoring alike: touchpoints that were known at
 * the instant, seen from the end of its local day.
 */
export function learnedObserver(
  { kinds, rules, groups, days }: Pick<PanelSetup, "kinds" | "rules" | "groups" | "days">,
  { signals, categories }: Pick<PanelPlan, "signals" | "categories">,
) {
  const observer = new SignalObserver(
    kinds,
    signals.map(({ spec }) => spec),
  );
  const scorer = compileScorer({ kinds, rules, groups, model: { intercept: 0, weights: new Map() }, horizonDays: 1 });

  return (customer: CustomerCase, asOfMs: number): Observation => {
    const touchpoints = knownTouchpoints(customer, asOfMs);
    const seenFromMs = days.endOf(days.dayOf(asOfMs));
    const contributions = new Float64Array(rules.length);
    if (rules.length > 0) scorer.contributionsAt(touchpoints, customer.facts, seenFromMs, contributions);
    return {
      signals: observer.observe(touchpoints, customer.facts, [seenFromMs])[0] ?? [],
      categories: categories.map(({ trait }) => nameOf(customer.facts, trait)),
      rules: contributions,
    };
  };
}

function nameOf({ traits }: CustomerFacts, trait: string): string {
  const value = traits.get(trait);
  return value === undefined ? "" : String(value);
}
