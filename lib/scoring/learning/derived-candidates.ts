import { fitBins } from "@/lib/scoring/learning/fit-bins";
import type { DerivedColumn } from "@/lib/scoring/learning/learned-parameters";
import { quantileCuts } from "@/lib/scoring/learning/quantile-cuts";
import type { CategoryColumn, Column, LabelledTable, NumericColumn } from "@/lib/scoring/learning/table";

/** Ratios are tried of so few numbers only: more would be a search for chance. */
const MOST_NUMBERS = 4;
/** Pairs are tried of so many columns, those that say most by themselves. */
const MOST_PAIRED = 5;
const PAIR_PARTS = 4;

/**
 * Columns that may be worth making of others: ratios of numeric traits, and pairs of the columns that tell break-ups from
 * others best by themselves. Which of them are used is for cross-validation to say.
 */
export function derivedCandidates(table: LabelledTable, eligible: ReadonlySet<string>): readonly DerivedColumn[] {
  const columns = table.columns.filter(({ name }) => eligible.has(name));
  const numbers = columns.filter((column): column is NumericColumn => column.type === "numeric");
  const ratios =
    numbers.length > MOST_NUMBERS
      ? []
      : numbers.flatMap((one) => numbers.flatMap((other) => (one === other ? [] : [ratioOf(one.name, other.name)])));
  const telling = columns
    .map((column) => ({ column, value: informationValue(column, table.outcomes) }))
    .sort((a, b) => b.value - a.value || (a.column.name < b.column.name ? -1 : 1))
    .slice(0, MOST_PAIRED)
    .map(({ column }) => column);
  const pairs = telling.flatMap((one, at) => telling.slice(at + 1).flatMap((other) => pairOf(one, other) ?? []));
  return [...ratios, ...pairs];
}

function ratioOf(numerator: string, denominator: string): DerivedColumn {
  return { type: "ratio", name: `${numerator} / ${denominator}`, numerator, denominator };
}

/** A pair has a category first; two numbers make none. */
function pairOf(one: Column, other: Column): DerivedColumn | undefined {
  const [first, second] = one.type === "category" ? [one, other] : [other, one];
  if (first.type !== "category") return undefined;
  const cuts =
    second.type === "category"
      ? []
      : quantileCuts(second.values.filter((value) => !Number.isNaN(value)).sort(), PAIR_PARTS);
  return { type: "pair", name: `${first.name} × ${second.name}`, first: first.name, second: second.name, cuts };
}

/** Mean distance of the log-odds of a column's parts from those of all, weighted by how unalike the parts' outcomes are. */
function informationValue(column: Column, outcomes: Uint8Array): number {
  const values = column.type === "numeric" ? column.values : ranksOf(column, outcomes);
  const { edges, weights, missingWeight } = fitBins(values, outcomes);
  let sum = 0;
  for (const value of values) {
    const at = edges.findIndex((edge) => value < edge);
    const weight = Number.isNaN(value) ? missingWeight : ((at < 0 ? weights.at(-1) : weights[at]) ?? 0);
    sum += weight * weight;
  }
  return sum / values.length;
}

/** Levels as numbers in the order of their break-up rates. */
function ranksOf({ values }: CategoryColumn, outcomes: Uint8Array): Float64Array {
  const sums = new Map<string, { rows: number; happened: number }>();
  values.forEach((level, row) => {
    const sum = sums.get(level) ?? { rows: 0, happened: 0 };
    sums.set(level, { rows: sum.rows + 1, happened: sum.happened + (outcomes[row] as number) });
  });
  const rateOf = new Map([...sums].map(([level, { rows, happened }]) => [level, happened / rows]));
  return Float64Array.from(values, (level) => rateOf.get(level) ?? 0);
}
