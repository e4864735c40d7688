import { access } from "node:fs/promises";
import { readSample } from "@/lib/csv/read-sample";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { ImportOptions } from "@/lib/schemas/import-options";
import { compileMapping } from "./compile-mapping";
import { decideReading } from "./decide-reading";
import type { ImportPlan, LoadedImport } from "./load-import";
import { uploadPath } from "./upload-path";

/**
 * Checks the options against the file and decides how its dates and numbers are read.
 * @throws AppError unprocessable for a mapping that does not fit or dates that can be read in two ways; not-found without the file
 */
export async function planImport(loaded: LoadedImport, options: ImportOptions): Promise<ImportPlan> {
  const { organisationId, id } = loaded.row;
  const mapping = compileMapping(loaded.type, options, loaded.detected);
  const sample = await sampleOf(uploadPath(organisationId, id), loaded.detected);
  const settings = await withTenant(organisationId, (tx) => loadSettings(tx, organisationId));
  const reading = decideReading(mapping, options, { sample, detected: loaded.detected }, settings);
  return { options, reading };
}

async function sampleOf(path: string, detected: ImportDetected): Promise<CsvRecord[]> {
  await access(path).catch(() => {
    throw new AppError("not-found", "The file of this import is no longer there. Upload it again.");
  });
  const { records } = await readSample(path, detected.encoding, () => ({
    delimiter: detected.delimiter,
    hasSepLine: detected.hasSepLine,
  }));
  const rows = detected.header ? records.slice(1) : records;
  return rows.filter((record) => !record.fault && record.fields.length >= detected.columns.length);
}
