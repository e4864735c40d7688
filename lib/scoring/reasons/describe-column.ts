import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { describeSignal } from "@/lib/scoring/reasons/describe-signal";
import { labelSignal } from "@/lib/scoring/reasons/label-signal";
import { nameCategories } from "@/lib/scoring/reasons/name-categories";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** A column of a learned model in the abstract, such as "number of complaints in 60 days", or two of them put together. */
export function describeColumn(
  column: string,
  { signals, categories, derived }: Pick<LearnedParameters, "signals" | "categories" | "derived">,
  kindByKey: ReadonlyMap<string, ScoringKind>,
): ReasonText {
  const signal = signals.find(({ name }) => name === column);
  if (signal) {
    const label = labelSignal(signal.spec, kindByKey, column);
    return { ...describeSignal("noun", { signal: signal.spec, label }, kindByKey), ...nameCategories(signal.spec) };
  }
  const category = categories.find(({ name }) => name === column);
  if (category) return { id: "noun.trait-number", values: { trait: category.trait } };
  const made = derived.find(({ name }) => name === column);
  if (!made) return { id: "other", values: { what: column } };
  const [first, second] = made.type === "ratio" ? [made.numerator, made.denominator] : [made.first, made.second];
  const partOf = (name: string) => describeColumn(name, { signals, categories, derived: [] }, kindByKey);
  return { id: made.type, values: {}, parts: { first: partOf(first), second: partOf(second) } };
}
