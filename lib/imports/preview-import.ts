import type { Member } from "@/lib/auth/member";
import { detectDateOrder } from "@/lib/csv/detect-date-order";
import { createDayReader, createInstantReader, type DateReading, type InstantReader } from "@/lib/csv/parse-date";
import { parseDateFormat } from "@/lib/csv/parse-date-format";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { DatePreview, ImportPreview, KindPreview } from "@/lib/schemas/import-preview";
import { KindDirectory } from "@/lib/touchpoints/kind-directory";
import { applySplit } from "./apply-split";
import { loadImport } from "./load-import";
import { readImportSample } from "./read-import-sample";
import { uploadPath } from "./upload-path";

const DAYS = ["occurredOn", "startedOn", "renewsOn"];
const SHOWN_DATES = 5;
const SHOWN_KINDS = 200;

/**
 * What the first rows of a file would be under options that are still being chosen: how its dates are read, in both
 * orders while day and month can be confused, and which kinds it has.
 * @throws AppError not-found without the import or its file, unprocessable for a split that does not fit
 */
export async function previewImport(member: Member, importId: number, options: ImportOptions): Promise<ImportPreview> {
  const { organisationId } = member;
  const loaded = await loadImport(organisationId, importId);
  const file = applySplit(loaded.type, loaded.detected, options);
  const sample = await readImportSample(uploadPath(organisationId, importId), file.detected);
  const settings = await withTenant(organisationId, (tx) => loadSettings(tx, organisationId));
  const timeZone = options.timeZone ?? settings.timeZone;
  const textsOf = (field: string) => {
    const source = Object.hasOwn(file.options.mapping, field) ? file.options.mapping[field] : undefined;
    if (typeof source !== "string") return source ? [source.constant] : [];
    const index = file.detected.columns.findIndex((column) => column.name === source);
    return index === -1 ? [] : textsOfColumn(sample, index);
  };
  const dates = ["occurredAt", ...DAYS].flatMap((field) => {
    const texts = textsOf(field);
    return texts.length === 0 ? [] : [previewDates(field, texts, options.dateFormat, timeZone)];
  });
  const kinds = loaded.type === "touchpoints" ? await previewKinds(organisationId, textsOf("kind")) : [];
  return { rows: sample.length, timeZone, dates, kinds };
}

function textsOfColumn(sample: readonly CsvRecord[], index: number): string[] {
  return sample.map((record) => (record.fields[index] ?? "").trim()).filter((text) => text !== "");
}

function previewDates(
  field: string,
  texts: readonly string[],
  format: string | undefined,
  timeZone: string,
): DatePreview {
  const found = detectDateOrder(texts);
  const given = format === undefined ? undefined : parseDateFormat(format);
  const isOpen = !given && (found === "ambiguous" || found === "contradicting");
  const decided = found === "dmy" || found === "mdy" ? found : "ymd";
  const read = (order: Pick<DateReading, "order" | "twoDigitYears">) => readerOf(field, { ...order, timeZone });
  const readings = isOpen
    ? [read({ order: "dmy", twoDigitYears: false }), read({ order: "mdy", twoDigitYears: false })]
    : [read(given ?? { order: decided, twoDigitYears: false })];
  const shown = [...new Set(texts)].slice(0, SHOWN_DATES);
  return {
    field,
    found,
    isOpen,
    samples: shown.map((text) => ({ text: text.slice(0, 60), read: readings.map((reader) => reader(text)) })),
  };
}

type Shown = Readonly<{ value: string } | { fault: string }>;

function readerOf(field: string, reading: DateReading): (text: string) => Shown {
  const isDay = DAYS.includes(field);
  const reader: InstantReader = isDay ? createDayReader(reading) : createInstantReader(reading);
  return (text) => {
    const read = reader(text);
    if (typeof read === "object") return { fault: read.message };
    const instant = new Date(read).toISOString();
    return { value: isDay ? instant.slice(0, 10) : instant };
  };
}

async function previewKinds(organisationId: number, texts: readonly string[]): Promise<KindPreview[]> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const kinds = new KindDirectory(organisationId, null);
  await withTenantClient(organisationId, (client) => kinds.load(client));
  const listed = [...counts].sort(([, one], [, other]) => other - one).slice(0, SHOWN_KINDS);
  return listed.map(([name, rows]) => ({ name: name.slice(0, 200), rows, known: kinds.find(name)?.key ?? null }));
}
