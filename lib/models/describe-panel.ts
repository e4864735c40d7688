import { groupBy } from "@/lib/charts/group-by";
import type { PanelReport } from "@/lib/schemas/training-report";
import { type Panel, UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import { ruleColumn } from "@/lib/scoring/learning/panel-plan";
import type { Column } from "@/lib/scoring/learning/table";

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];
const MOST_LEVELS = 20;

/** What there was to learn from: dates, rows and break-ups, what columns are like, and which kinds were left out. */
export function describePanel(panel: Panel): PanelReport {
  const isKnown = (row: number) => panel.outcomes[row] !== UNKNOWN_OUTCOME;
  const rows = panel.groups.map((_, row) => row);
  const known = rows.filter(isKnown);
  const isBreakUp = (row: number) => panel.outcomes[row] === 1;
  const ruleColumns = new Set(panel.ruleKeys.map(ruleColumn));
  return {
    rows: known.length,
    customers: new Set(known.map((row) => panel.groups[row])).size,
    breakUps: known.filter(isBreakUp).length,
    dates: [...groupBy(rows, (row) => panel.asOfMs[row] ?? 0)]
      .sort(([a], [b]) => a - b)
      .map(([asOfMs, ofDate]) => ({
        asOf: new Date(asOfMs).toISOString(),
        rows: ofDate.filter(isKnown).length,
        breakUps: ofDate.filter(isBreakUp).length,
        notOver: ofDate.filter((row) => !isKnown(row)).length,
      })),
    columns: panel.columns.map((column) => describeColumn(column, ruleColumns.has(column.name))),
    excludedKinds: panel.plan.kindsAfterBreakUp.map((kind) => ({
      kind,
      because: "It occurs almost only when a relationship is over already: it announces nothing.",
    })),
  };
}

function describeColumn(column: Column, isRule: boolean): PanelReport["columns"][number] {
  const { name } = column;
  if (column.type === "category") {
    const counts = [...groupBy(column.values, (level) => level)].map(([level, { length }]) => [level, length] as const);
    const total = Math.max(1, column.values.length);
    return {
      name,
      type: "category",
      missing: column.values.filter((level) => level === "").length / total,
      quantiles: null,
      levels: counts
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
        .slice(0, MOST_LEVELS)
        .map(([level, count]) => [level, count / total]),
    };
  }
  const given = column.values.filter((value) => Number.isFinite(value)).sort();
  return {
    name,
    type: isRule ? "rule" : "number",
    missing: column.values.length === 0 ? 0 : 1 - given.length / column.values.length,
    quantiles: given.length === 0 ? null : QUANTILES.map((share) => given[Math.round(share * (given.length - 1))] ?? 0),
    levels: null,
  };
}
