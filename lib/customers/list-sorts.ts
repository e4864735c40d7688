import type { CustomerSort } from "@/lib/schemas/customer-list";

export type SortName = CustomerSort extends infer S ? (S extends `-${infer Name}` ? Name : never) : never;

/** What a value of a sort's type looks like as text; PostgreSQL itself would take `tomorrow` for a date. */
export const SORT_VALUES: Readonly<Record<"float8" | "bigint" | "text" | "date", RegExp>> = {
  float8: /^-?\d{1,20}(\.\d{1,30})?(e[+-]?\d{1,3})?$/,
  bigint: /^-?\d{1,18}$/,
  text: /^[^\0]*$/s,
  date: /^(infinity|\d{4}-\d{2}-\d{2})$/,
};

/** The expression each order compares, never null, and its type for the cursor. An index of the same order serves it. */
export const LIST_SORTS: Readonly<
  Record<SortName, Readonly<{ expression: string; type: "float8" | "bigint" | "text" | "date" }>>
> = {
  risk: { expression: "s.risk_order", type: "float8" },
  valueAtRisk: { expression: "coalesce(s.value_at_risk_minor, -1)", type: "bigint" },
  change7d: { expression: "s.change_7d", type: "float8" },
  name: { expression: "c.name", type: "text" },
  renewsOn: { expression: "coalesce(c.renews_on, 'infinity'::date)", type: "date" },
};

/** The parts of an order: `-risk` is risk, descending. */
export function splitSort(sort: CustomerSort): Readonly<{ name: SortName; direction: "ASC" | "DESC" }> {
  const isDescending = sort.startsWith("-");
  return { name: (isDescending ? sort.slice(1) : sort) as SortName, direction: isDescending ? "DESC" : "ASC" };
}
