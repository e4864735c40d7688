import type { Panel } from "@/lib/scoring/learning/panel";
import type { Column } from "@/lib/scoring/learning/table";

/** A panel of one row for each customer, whose numbers and categories are traits but for those of the rules. */
export function panelOf(columns: readonly Column[], outcomes: readonly number[], rules: readonly string[] = []): Panel {
  return {
    plan: {
      signals: columns
        .filter(({ name, type }) => type === "numeric" && !name.startsWith("rule:"))
        .map(({ name }) => ({ name, spec: { type: "trait-number", trait: name } })),
      categories: columns.filter(({ type }) => type === "category").map(({ name }) => ({ name, trait: name })),
      kindsAfterBreakUp: [],
    },
    ruleKeys: rules,
    rows: outcomes.length,
    columns,
    outcomes: Uint8Array.from(outcomes),
    groups: outcomes.map((_, row) => `customer ${row}`),
    asOfMs: new Float64Array(outcomes.length),
  };
}
