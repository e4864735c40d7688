import type { Column, LabelledTable } from "@/lib/scoring/learning/table";

/** The given rows of a table, in the given order. */
export function takeRows(table: LabelledTable, rows: Uint32Array): LabelledTable {
  return {
    rows: rows.length,
    columns: table.columns.map((column) => takeFromColumn(column, rows)),
    outcomes: Uint8Array.from(rows, (row) => table.outcomes[row] as number),
    groups: Array.from(rows, (row) => table.groups[row] as string),
  };
}

function takeFromColumn(column: Column, rows: Uint32Array): Column {
  if (column.type === "category") {
    return { ...column, values: Array.from(rows, (row) => column.values[row] as string) };
  }
  return { ...column, values: Float64Array.from(rows, (row) => column.values[row] as number) };
}
