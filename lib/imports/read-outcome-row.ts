import { createDayReader } from "@/lib/csv/parse-date";
import { parseFlag } from "@/lib/csv/parse-flag";
import type { OutcomeRow } from "@/lib/outcomes/merge-outcomes";
import type { ImportReading } from "@/lib/schemas/import-detected";
import { OUTCOME_TYPES, type OutcomeType } from "@/lib/schemas/outcome";
import type { CompiledMapping, CompiledSource } from "./compile-mapping";
import { faultIn, RowFault, readCell, readName, tooLong } from "./read-cell";
import { MAX_ID_CHARS, MAX_TEXT_CHARS } from "./row-limits";
import { type RowReader, requiredSource } from "./row-reader";

/** Other words for the same. */
const ALSO: ReadonlyMap<string, OutcomeType> = new Map([
  ["breakup", "break-up"],
  ["churn", "break-up"],
  ["churned", "break-up"],
  ["cancelled", "break-up"],
  ["renewed", "renewal"],
  ["downgraded", "downgrade"],
  ["returned", "return"],
  ["reactivation", "return"],
]);

/** A reader of outcomes. Several reasons stand in one cell with semicolons between them. */
export function createOutcomeReader(mapping: CompiledMapping, reading: ImportReading): RowReader<OutcomeRow> {
  const customer = requiredSource(mapping, "customerExternalId");
  const type = requiredSource(mapping, "type");
  const occurredOn = requiredSource(mapping, "occurredOn");
  const readDay = createDayReader(reading);
  return (fields, row) => {
    const customerExternalId = readName(fields, customer, MAX_ID_CHARS);
    if (customerExternalId instanceof RowFault) return customerExternalId;
    const outcomeType = readType(fields, type);
    if (outcomeType instanceof RowFault) return outcomeType;
    const dateText = readName(fields, occurredOn, MAX_ID_CHARS);
    if (dateText instanceof RowFault) return dateText;
    const day = readDay(dateText);
    if (typeof day === "object") return faultIn(occurredOn, day);
    const reasons = readReasons(fields, mapping.fields.get("reasons"));
    if (reasons instanceof RowFault) return reasons;
    const avoidable = readAvoidable(fields, mapping.fields.get("avoidable"));
    if (avoidable instanceof RowFault) return avoidable;
    const date = new Date(day).toISOString().slice(0, 10);
    return { row, customerExternalId, type: outcomeType, occurredOn: date, reasons, avoidable };
  };
}

function readType(fields: readonly string[], source: CompiledSource): OutcomeType | RowFault {
  const text = readName(fields, source, MAX_ID_CHARS);
  if (text instanceof RowFault) return text;
  const name = text.toLowerCase().replace(/[\s_]+/g, "-");
  const type = OUTCOME_TYPES.find((one) => one === name) ?? ALSO.get(name);
  if (type) return type;
  const message = `“${text.slice(0, 40)}” is none of ${OUTCOME_TYPES.join(", ")}.`;
  return new RowFault(source.name, "unknown-outcome", message);
}

function readReasons(fields: readonly string[], source: CompiledSource | undefined): string[] | RowFault {
  const text = readCell(fields, source);
  if (text instanceof RowFault) return text;
  if (source && text.length > MAX_TEXT_CHARS) return tooLong(source, text, MAX_TEXT_CHARS);
  return text.split(";").flatMap((reason) => reason.trim() || []);
}

function readAvoidable(fields: readonly string[], source: CompiledSource | undefined): boolean | null | RowFault {
  const text = readCell(fields, source);
  if (text instanceof RowFault) return text;
  if (!source || text === "") return null;
  const flag = parseFlag(text);
  return flag ?? new RowFault(source.name, "not-yes-or-no", `“${text.slice(0, 40)}” is neither yes nor no.`);
}
