import type { LearnedCategory, LearnedSignal } from "@/lib/scoring/learning/learned-parameters";
import type { TraitUse } from "@/lib/scoring/learning/trait-survey";

const MOST_COLUMNS = 60;
/** A trait that fewer customers have is no column. */
const LEAST_SHARE = 0.05;
/** A level that fewer customers have is not told from the rest. */
export const LEAST_IN_LEVEL = 10;

/**
 * Traits as columns, the most common first: numbers of more than two values as numbers, all else as categories, if at
 * least one of its levels is of enough customers for something to be learned of it.
 */
export function traitColumns(
  uses: ReadonlyMap<string, TraitUse>,
  customers: number,
): { signals: readonly LearnedSignal[]; categories: readonly LearnedCategory[] } {
  const signals: LearnedSignal[] = [];
  const categories: LearnedCategory[] = [];
  const common = [...uses]
    .filter(([, use]) => use.customers >= LEAST_SHARE * customers)
    .sort(([a, one], [b, other]) => other.customers - one.customers || (a < b ? -1 : 1));
  for (const [trait, use] of common) {
    if (signals.length + categories.length === MOST_COLUMNS) break;
    const name = `trait:${trait}`;
    if (use.numbers === use.customers && use.levels.size > 2) {
      signals.push({ name, spec: { type: "trait-number", trait } });
    } else if (Math.max(...use.levels.values()) >= LEAST_IN_LEVEL) categories.push({ name, trait });
  }
  return { signals, categories };
}
