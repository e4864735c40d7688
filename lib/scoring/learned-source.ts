import type { Evaluator } from "@/lib/scoring/evaluator";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { scoreLearned } from "@/lib/scoring/learning/score-learned";
import type { ScoreSource } from "@/lib/scoring/score-source";
import type { CustomerFacts } from "@/lib/scoring/types";

/** An evaluator seen through a learned model; `terms` are their contributions at the last instant, in the model's order. */
export interface LearnedSource extends ScoreSource {
  readonly terms: Float64Array;
  /** The name of a category at the last instant; empty where it is missing. */
  categoryAt(trait: string): string;
}

/**
 * Puts a learned model over an evaluator that weighs every rule by 1 and looks at the model's signals as well. At each
 * instant the rules' contributions are weighed and scaled in place, so that with the terms they add up to the log-odds.
 */
export function learnedSource(evaluator: Evaluator, parameters: LearnedParameters): LearnedSource {
  const { signals, categories, ruleWeights } = parameters;
  const positions = signals.map(({ spec }) => evaluator.positionOf(spec));
  const ruleAt = new Map(evaluator.rules.map(({ definition }, at) => [definition.key, at]));
  const places = ruleWeights.map(([key]) => ruleAt.get(key) ?? -1);
  const values = new Float64Array(signals.length);
  const points = new Float64Array(ruleWeights.length);
  const terms = new Float64Array(parameters.terms.length);
  const nobody = { signals: values, categories: categories.map(() => ""), rules: points };
  const { intercept } = scoreLearned(parameters, nobody);
  const { contributions } = evaluator;

  return {
    intercept,
    contributions,
    terms,
    begin: (touchpoints, facts) => evaluator.begin(touchpoints, facts),
    reached: () => evaluator.sweep.reached,
    categoryAt: (trait) => nameOf(evaluator.sweep.facts, trait),
    evaluateAt(asOfMs) {
      evaluator.evaluateAt(asOfMs);
      positions.forEach((position, at) => {
        values[at] = evaluator.values[position] as number;
      });
      places.forEach((place, at) => {
        points[at] = contributions[place] ?? 0;
      });
      const names = categories.map(({ trait }) => nameOf(evaluator.sweep.facts, trait));
      const score = scoreLearned(parameters, { signals: values, categories: names, rules: points });
      contributions.fill(0);
      places.forEach((place, at) => {
        if (place >= 0) contributions[place] = score.rules[at] as number;
      });
      terms.set(score.terms);
      return score.logOdds;
    },
  };
}

function nameOf({ traits }: CustomerFacts, trait: string): string {
  const value = traits.get(trait);
  return value === undefined ? "" : String(value);
}
