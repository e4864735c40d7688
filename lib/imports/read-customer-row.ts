import { createDayReader, type InstantReader } from "@/lib/csv/parse-date";
import { parseNumber } from "@/lib/csv/parse-number";
import type { CustomerChange, TraitValue } from "@/lib/customers/customer-change";
import { toMinorUnits } from "@/lib/customers/upsert-money";
import type { ImportReading } from "@/lib/schemas/import-detected";
import type { BlankPolicy } from "@/lib/schemas/import-options";
import type { CompiledMapping, CompiledSource } from "./compile-mapping";
import { faultIn, RowFault, readCell, readName, tooLong } from "./read-cell";
import { MAX_ID_CHARS, MAX_NAME_CHARS, MAX_TEXT_CHARS } from "./row-limits";
import { type RowReader, requiredSource } from "./row-reader";

const CLEARABLE = ["ownerEmail", "mrr", "startedOn", "renewsOn"] as const;

type Changes = { -readonly [Key in keyof CustomerChange]: CustomerChange[Key] };

/**
 * A reader of customers.
 * @param blankCells whether a blank cell leaves what is known as it is, or empties it; a customer always keeps a name
 */
export function createCustomerReader(
  mapping: CompiledMapping,
  reading: ImportReading,
  blankCells: BlankPolicy = "keep",
): RowReader<CustomerChange> {
  const clears = blankCells === "clear";
  const externalId = requiredSource(mapping, "externalId");
  const readDay = createDayReader(reading);
  return (fields, row) => {
    const id = readName(fields, externalId, MAX_ID_CHARS);
    if (id instanceof RowFault) return id;
    const change: Changes = { row, externalId: id };
    return (
      addText(change, "name", fields, mapping.fields.get("name")) ??
      addText(change, "ownerEmail", fields, mapping.fields.get("ownerEmail")) ??
      addMoney(change, fields, mapping, reading) ??
      addDay(change, "startedOn", fields, mapping.fields.get("startedOn"), readDay) ??
      addDay(change, "renewsOn", fields, mapping.fields.get("renewsOn"), readDay) ??
      addTraits(change, fields, mapping.free, clears) ??
      (clears ? clearBlanks(change, mapping) : undefined) ??
      change
    );
  };
}

function addText(
  change: Changes,
  field: "name" | "ownerEmail",
  fields: readonly string[],
  source: CompiledSource | undefined,
): RowFault | undefined {
  const text = readCell(fields, source);
  if (text instanceof RowFault) return text;
  if (source && text.length > MAX_NAME_CHARS) return tooLong(source, text, MAX_NAME_CHARS);
  if (text !== "") change[field] = text;
  return undefined;
}

function addMoney(
  change: Changes,
  fields: readonly string[],
  mapping: CompiledMapping,
  reading: ImportReading,
): RowFault | undefined {
  const source = mapping.fields.get("mrr");
  const amount = readCell(fields, source);
  if (amount instanceof RowFault) return amount;
  if (!source || amount === "") return undefined;
  const given = readCell(fields, mapping.fields.get("currency"));
  if (given instanceof RowFault) return given;
  const currency = given === "" ? reading.currency : given.toUpperCase();
  const number = parseNumber(amount, reading.numberFormat);
  if (typeof number === "object") return faultIn(source, number);
  if (number < 0) return new RowFault(source.name, "negative-amount", `“${source.name}” is below zero.`);
  const amountMinor = toMinorUnits(number, currency);
  if (amountMinor === undefined) {
    const column = mapping.fields.get("currency")?.name ?? source.name;
    return new RowFault(column, "unknown-currency", `“${currency.slice(0, 20)}” is no currency code such as EUR.`);
  }
  change.mrr = { amountMinor, currency };
  return undefined;
}

function addDay(
  change: Changes,
  field: "startedOn" | "renewsOn",
  fields: readonly string[],
  source: CompiledSource | undefined,
  readDay: InstantReader,
): RowFault | undefined {
  const text = readCell(fields, source);
  if (text instanceof RowFault) return text;
  if (!source || text === "") return undefined;
  const day = readDay(text);
  if (typeof day === "object") return faultIn(source, day);
  change[field] = new Date(day).toISOString().slice(0, 10);
  return undefined;
}

function addTraits(
  change: Changes,
  fields: readonly string[],
  free: CompiledMapping["free"],
  clears: boolean,
): RowFault | undefined {
  const traits = new Map<string, TraitValue | null>();
  for (const { name, source } of free) {
    const text = readCell(fields, source);
    if (text instanceof RowFault) return text;
    if (text.length > MAX_TEXT_CHARS) return tooLong(source, text, MAX_TEXT_CHARS);
    if (text !== "") traits.set(name, toTrait(text));
    else if (clears) traits.set(name, null);
  }
  if (traits.size > 0) change.traits = traits;
  return undefined;
}

/** Fields that a column stands for and that stayed without a value are emptied. */
function clearBlanks(change: Changes, mapping: CompiledMapping): undefined {
  for (const field of CLEARABLE) if (mapping.fields.has(field) && change[field] === undefined) change[field] = null;
  return undefined;
}

/** A number written plainly is one, and so are yes and no written as true and false; `007` and `1e3` stay text. */
function toTrait(text: string): TraitValue {
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text)) return Number(text);
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : text;
}
