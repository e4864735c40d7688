import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { contributionOf } from "@/lib/scoring/learning/contribution-of";
import { deriveValue } from "@/lib/scoring/learning/derive-value";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";

/** What one customer is like, in the orders that the parameters name. */
export interface LearnedInput {
  /** In the order of `signals`; NaN is missing. */
  readonly signals: ArrayLike<number>;
  /** In the order of `categories`; empty is missing. */
  readonly categories: readonly string[];
  /** Log-odds of each rule at weight 1, group caps applied, in the order of `ruleWeights`. */
  readonly rules: ArrayLike<number>;
}

/** Log-odds of a break-up, and what they are made of: `intercept` + the sums of both lists = `logOdds`, to rounding. */
export interface LearnedScore {
  readonly logOdds: number;
  readonly intercept: number;
  /** In the order of `ruleWeights`. */
  readonly rules: Float64Array;
  /** In the order of `terms`. */
  readonly terms: Float64Array;
}

/**
 * Scores one customer. With raw log-odds z, raw intercept z0 and calibration f, the intercept is f(z0) + shift and every
 * contribution is multiplied by (f(z) - f(z0)) / (z - z0), so that reasons still add up to the calibrated log-odds.
 */
export function scoreLearned(parameters: LearnedParameters, input: LearnedInput): LearnedScore {
  const { calibration, shift } = parameters;
  const rules = Float64Array.from(
    parameters.ruleWeights,
    ([, weight], at) => weight * ((input.rules[at] as number) ?? 0),
  );
  const values = valuesByColumn(parameters, input);
  const terms = Float64Array.from(parameters.terms, (term) =>
    contributionOf(term, values.get(term.column) ?? Number.NaN),
  );
  let raw = parameters.intercept;
  for (const one of rules) raw += one;
  for (const one of terms) raw += one;
  const base = calibratedLogOdds(calibration, parameters.intercept);
  const calibrated = calibratedLogOdds(calibration, raw);
  if (calibration && raw !== parameters.intercept) {
    const slope = (calibrated - base) / (raw - parameters.intercept);
    for (let at = 0; at < rules.length; at++) rules[at] = (rules[at] as number) * slope;
    for (let at = 0; at < terms.length; at++) terms[at] = (terms[at] as number) * slope;
  }
  return { logOdds: calibrated + shift, intercept: base + shift, rules, terms };
}

function valuesByColumn(
  { signals, categories, derived }: LearnedParameters,
  input: LearnedInput,
): ReadonlyMap<string, number | string> {
  const values = new Map<string, number | string>();
  signals.forEach(({ name }, at) => {
    values.set(name, input.signals[at] as number);
  });
  categories.forEach(({ name }, at) => {
    values.set(name, input.categories[at] as string);
  });
  for (const column of derived) {
    const [first, second] =
      column.type === "ratio" ? [column.numerator, column.denominator] : [column.first, column.second];
    values.set(column.name, deriveValue(column, values.get(first) ?? Number.NaN, values.get(second) ?? Number.NaN));
  }
  return values;
}
