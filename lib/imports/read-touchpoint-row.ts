import { createInstantReader } from "@/lib/csv/parse-date";
import { parseNumber } from "@/lib/csv/parse-number";
import { jsonObject } from "@/lib/customers/upsert-json";
import type { ImportDetected, ImportReading } from "@/lib/schemas/import-detected";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";
import type { CompiledMapping, CompiledSource } from "./compile-mapping";
import { faultIn, RowFault, readCell, readName, tooLong } from "./read-cell";
import { MAX_ID_CHARS, MAX_KIND_CHARS, MAX_TEXT_CHARS } from "./row-limits";
import { type RowReader, requiredSource } from "./row-reader";

type TouchpointExtras = Readonly<{
  /** What the file calls a kind, to what the catalogue calls it. */
  kindMapping?: ImportOptions["kindMapping"] | undefined;
  split?: ImportDetected["split"] | undefined;
}>;

/**
 * A reader of touchpoints. The column `details` becomes the note of the details.
 * The row it gives is one and the same object every time and holds until the next call: a million rows leave no garbage.
 */
export function createTouchpointReader(
  mapping: CompiledMapping,
  reading: ImportReading,
  { kindMapping, split }: TouchpointExtras = {},
): RowReader<TouchpointRow> {
  const kinds = new Map(Object.entries(kindMapping ?? {}).map(([from, to]) => [from.normalize("NFC"), to]));
  const customer = requiredSource(mapping, "customerExternalId");
  const kind = requiredSource(mapping, "kind");
  const occurredAt = requiredSource(mapping, "occurredAt");
  const id = mapping.fields.get("id");
  const value = mapping.fields.get("value");
  const sentiment = mapping.fields.get("sentiment");
  const note = mapping.fields.get("details");
  const details = note ? [{ name: "note", source: note }, ...mapping.free] : mapping.free;
  const readInstant = createInstantReader(reading);
  const read: { -readonly [Field in keyof TouchpointRow]: TouchpointRow[Field] } = { ...NO_ROW };

  return (fields, row) => {
    const customerExternalId = readName(fields, customer, MAX_ID_CHARS);
    if (customerExternalId instanceof RowFault) return customerExternalId;
    const kindName = readName(fields, kind, MAX_KIND_CHARS);
    if (kindName instanceof RowFault) return kindName;
    const ownId = readId(fields, id);
    // Rows that were one row of a wide table share its id.
    const senderId = split && typeof ownId === "string" ? `${ownId}:${fields[split.width]}` : ownId;
    if (senderId instanceof RowFault) return senderId;
    const dateText = readName(fields, occurredAt, MAX_ID_CHARS);
    if (dateText instanceof RowFault) return dateText;
    const occurredAtMs = readInstant(dateText);
    if (typeof occurredAtMs === "object") return faultIn(occurredAt, occurredAtMs);
    const amount = readNumber(fields, value, reading);
    if (amount instanceof RowFault) return amount;
    const mood = readSentiment(fields, sentiment, reading);
    if (mood instanceof RowFault) return mood;
    const noted = details.length === 0 ? null : readDetails(fields, details);
    if (noted instanceof RowFault) return noted;
    read.row = row;
    read.senderId = senderId;
    read.customerExternalId = customerExternalId;
    read.kind = kinds.get(kindName) ?? kindName;
    read.occurredAtMs = occurredAtMs;
    read.value = amount;
    read.sentiment = mood;
    read.details = noted;
    return read;
  };
}

const NO_ROW: TouchpointRow = {
  row: 0,
  senderId: null,
  customerExternalId: "",
  kind: "",
  occurredAtMs: Number.NaN,
  value: Number.NaN,
  sentiment: Number.NaN,
  details: null,
};

function readId(fields: readonly string[], source: CompiledSource | undefined): string | null | RowFault {
  if (!source) return null;
  const text = readCell(fields, source);
  if (text instanceof RowFault || text === "") return text || null;
  return text.length > MAX_ID_CHARS ? tooLong(source, text, MAX_ID_CHARS) : text;
}

/** NaN for a blank cell. */
export function readNumber(
  fields: readonly string[],
  source: CompiledSource | undefined,
  reading: ImportReading,
): number | RowFault {
  if (!source) return Number.NaN;
  const text = readCell(fields, source);
  if (text instanceof RowFault) return text;
  if (text === "") return Number.NaN;
  const number = parseNumber(text, reading.numberFormat);
  return typeof number === "number" ? number : faultIn(source, number);
}

function readSentiment(
  fields: readonly string[],
  source: CompiledSource | undefined,
  reading: ImportReading,
): number | RowFault {
  const sentiment = readNumber(fields, source, reading);
  if (!source || sentiment instanceof RowFault || !(Math.abs(sentiment) > 1)) return sentiment;
  return new RowFault(source.name, "sentiment-out-of-range", `A sentiment lies between -1 and 1, not at ${sentiment}.`);
}

function readDetails(fields: readonly string[], details: CompiledMapping["free"]): string | null | RowFault {
  const pairs: [string, string][] = [];
  for (const { name, source } of details) {
    const text = readCell(fields, source);
    if (text instanceof RowFault) return text;
    if (text.length > MAX_TEXT_CHARS) return tooLong(source, text, MAX_TEXT_CHARS);
    if (text !== "") pairs.push([name, text]);
  }
  return pairs.length === 0 ? null : jsonObject(pairs);
}
