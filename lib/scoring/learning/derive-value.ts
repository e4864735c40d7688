import type { DerivedColumn } from "@/lib/scoring/learning/learned-parameters";

/** The value of a derived column, from those of the columns that it is made of. */
export function deriveValue(derived: DerivedColumn, first: number | string, second: number | string): number | string {
  if (derived.type === "ratio") {
    const ratio = Number(first) / Number(second);
    return Number.isFinite(ratio) ? ratio : Number.NaN;
  }
  return `${partOf(first, [])} × ${partOf(second, derived.cuts)}`;
}

/** The name of a category, or the number of cuts that a number has reached; `?` where it is missing. */
function partOf(value: number | string, cuts: readonly number[]): string {
  if (typeof value === "string") return value === "" ? "?" : value;
  return Number.isNaN(value) ? "?" : String(cuts.filter((cut) => value >= cut).length);
}
