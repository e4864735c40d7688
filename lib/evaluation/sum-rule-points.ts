import type { StatedRule } from "@/lib/evaluation/evaluation-task";
import type { Table } from "@/lib/scoring/learning/table";
import { logOddsFromPoints } from "@/lib/scoring/points";

/** The points of the rules that apply to each row, in log-odds. */
export function sumRulePoints(rules: readonly StatedRule[], table: Table): Float64Array {
  const logOdds = new Float64Array(table.rows);
  for (const { column: name, appliesTo, points } of rules) {
    const column = table.columns.find((one) => one.name === name);
    if (!column) throw new RangeError(`The table has no column "${name}".`);
    for (let row = 0; row < table.rows; row++) {
      const applies = appliesTo(column.values[row] as string | number);
      if (applies) logOdds[row] = (logOdds[row] as number) + logOddsFromPoints(points);
    }
  }
  return logOdds;
}
