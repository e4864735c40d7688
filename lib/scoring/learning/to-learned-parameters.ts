import type { LearnedModel } from "@/lib/scoring/learning/learn-model";
import type { DerivedColumn, LearnedParameters, ReasonGroup } from "@/lib/scoring/learning/learned-parameters";
import { type PanelPlan, ruleColumn } from "@/lib/scoring/learning/panel-plan";

interface ModelParts {
  readonly plan: PanelPlan;
  readonly ruleKeys: readonly string[];
  readonly groups: readonly ReasonGroup[];
  readonly shift: number;
}

/** A learned model in the form that is stored and scored with: only the columns that its terms look at. */
export function toLearnedParameters(
  { model, calibration, derived }: Pick<LearnedModel, "model" | "calibration" | "derived">,
  { plan, ruleKeys, groups, shift }: ModelParts,
): LearnedParameters {
  const weightOf = new Map(model.terms.map(({ column, coefficients }) => [column, coefficients[0] as number]));
  const ofRules = new Set(ruleKeys.map(ruleColumn));
  const terms = model.terms.filter(({ column }) => !ofRules.has(column));
  const made = derived.filter(({ name }) => terms.some(({ column }) => column === name));
  const used = new Set([...terms.map(({ column }) => column), ...made.flatMap(sourcesOf)]);
  return {
    signals: plan.signals.filter(({ name }) => used.has(name)),
    categories: plan.categories.filter(({ name }) => used.has(name)),
    derived: made,
    intercept: model.intercept,
    // A rule that never applied in training keeps the admin's points.
    ruleWeights: ruleKeys.map((key) => [key, weightOf.get(ruleColumn(key)) ?? 1] as const),
    terms,
    groups,
    calibration,
    shift,
  };
}

function sourcesOf(derived: DerivedColumn): readonly string[] {
  return derived.type === "ratio" ? [derived.numerator, derived.denominator] : [derived.first, derived.second];
}
