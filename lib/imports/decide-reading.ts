import { detectDateOrder } from "@/lib/csv/detect-date-order";
import { detectNumberFormat } from "@/lib/csv/detect-number-format";
import { parseDateFormat } from "@/lib/csv/parse-date-format";
import type { NumberFormat } from "@/lib/csv/parse-number";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import { AppError, type Issue } from "@/lib/errors";
import type { ImportDetected, ImportReading } from "@/lib/schemas/import-detected";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { CompiledMapping, CompiledSource } from "./compile-mapping";

const DATE_FIELDS = ["occurredAt", "occurredOn", "startedOn", "renewsOn"];
const NUMBER_FIELDS = ["value", "sentiment", "mrr"];

type Organisation = Readonly<{ timeZone: string; currency: string }>;

/**
 * Decides how dates and numbers of a file are read: as the options say, or as a sample shows without doubt.
 * @throws AppError unprocessable that names the option to give when the sample can be read in two ways
 */
export function decideReading(
  mapping: CompiledMapping,
  options: ImportOptions,
  file: Readonly<{ sample: readonly CsvRecord[]; detected: ImportDetected }>,
  organisation: Organisation,
): ImportReading {
  const issues: Issue[] = [];
  const date = decideDate(mapping, options, file.sample, issues);
  const numberFormat = decideNumber(mapping, options, file, issues);
  if (issues.length > 0)
    throw new AppError("unprocessable", issues.map(({ message }) => message).join(" "), { issues });
  return {
    ...date,
    numberFormat,
    timeZone: options.timeZone ?? organisation.timeZone,
    currency: organisation.currency,
  };
}

function decideDate(
  mapping: CompiledMapping,
  options: ImportOptions,
  sample: readonly CsvRecord[],
  issues: Issue[],
): Pick<ImportReading, "order" | "twoDigitYears"> {
  const given = options.dateFormat === undefined ? undefined : parseDateFormat(options.dateFormat);
  if (given) return given;
  const sources = sourcesOf(mapping, DATE_FIELDS);
  const orders = sources.map((source) => ({ source, order: detectDateOrder(textsOf(source, sample)) }));
  const decided = new Set(orders.map(({ order }) => order).filter((order) => order === "dmy" || order === "mdy"));
  const doubtful = orders.find(
    ({ order }) => order === "contradicting" || (order === "ambiguous" && decided.size !== 1),
  );
  const other = orders.find(({ order }) => order === "unreadable");
  if (doubtful || decided.size > 1) {
    const name = doubtful?.source.name ?? "";
    const message = `The dates in “${name}” can be read as day-month or as month-day. Say which with dateFormat: DD-MM-YYYY or MM-DD-YYYY.`;
    issues.push({ path: "dateFormat", code: "ambiguous-dates", message });
  } else if (other) {
    const shown = textsOf(other.source, sample).find((text) => text.trim() !== "") ?? "";
    const message = `The dates in “${other.source.name}”, such as “${shown.slice(0, 40)}”, have no known format. Say dateFormat, such as YYYY-MM-DD, YYYYMMDD or epoch-seconds.`;
    issues.push({ path: "dateFormat", code: "unreadable-dates", message });
  }
  const [order = "ymd"] = decided;
  return { order, twoDigitYears: false };
}

function decideNumber(
  mapping: CompiledMapping,
  options: ImportOptions,
  file: Readonly<{ sample: readonly CsvRecord[]; detected: ImportDetected }>,
  issues: Issue[],
): NumberFormat {
  if (options.numberFormat) return options.numberFormat;
  const sources = sourcesOf(mapping, NUMBER_FIELDS);
  const texts = sources.flatMap((source) => textsOf(source, file.sample));
  const found = detectNumberFormat(texts, file.detected.delimiter);
  if (found !== "ambiguous" && found !== "contradicting") return found;
  const names = sources.map((source) => `“${source.name}”`).join(", ");
  const message = `The numbers in ${names} can be read in two ways. Say numberFormat: point (1,234.56) or comma (1.234,56).`;
  issues.push({ path: "numberFormat", code: "ambiguous-numbers", message });
  return "undecided";
}

function sourcesOf(mapping: CompiledMapping, fields: readonly string[]): CompiledSource[] {
  return fields.flatMap((field) => mapping.fields.get(field) ?? []);
}

function textsOf(source: CompiledSource, sample: readonly CsvRecord[]): string[] {
  if (source.index === -1) return [source.constant];
  return sample.map((record) => record.fields[source.index] ?? "");
}
