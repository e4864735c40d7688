import { deriveValue } from "@/lib/scoring/learning/derive-value";
import type { DerivedColumn } from "@/lib/scoring/learning/learned-parameters";
import type { Column, Table } from "@/lib/scoring/learning/table";

/** The table with derived columns after its own. */
export function withDerived<Some extends Table>(table: Some, derived: readonly DerivedColumn[]): Some {
  if (derived.length === 0) return table;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  return { ...table, columns: [...table.columns, ...derived.map((one) => derive(one, columns, table.rows))] };
}

function derive(derived: DerivedColumn, columns: ReadonlyMap<string, Column>, rows: number): Column {
  const [first, second] = (
    derived.type === "ratio" ? [derived.numerator, derived.denominator] : [derived.first, derived.second]
  ).map((name) => columns.get(name));
  if (!first || !second) throw new RangeError(`The table has not the columns that “${derived.name}” is made of.`);
  const values = Array.from({ length: rows }, (_, row) =>
    deriveValue(derived, first.values[row] as number | string, second.values[row] as number | string),
  );
  return derived.type === "ratio"
    ? { type: "numeric", name: derived.name, values: Float64Array.from(values, Number) }
    : { type: "category", name: derived.name, values: values.map(String) };
}
