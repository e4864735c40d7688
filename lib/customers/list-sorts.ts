import type { CustomerSort } from "@/lib/schemas/customer-list";

type SortName = CustomerSort extends infer S ? (S extends `-${infer Name}` ? Name : never) : never;

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
