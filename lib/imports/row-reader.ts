import type { CompiledMapping, CompiledSource } from "./compile-mapping";
import type { RowFault } from "./read-cell";

/** Turns the fields of a record into a row, or says what is wrong with it. A row may hold until the next call only. */
export type RowReader<Row> = (fields: readonly string[], row: number) => Row | RowFault;

/** @throws Error for a mapping that compileMapping has not checked */
export function requiredSource(mapping: CompiledMapping, field: string): CompiledSource {
  const source = mapping.fields.get(field);
  if (!source) throw new Error(`The mapping has no ${field}`);
  return source;
}
