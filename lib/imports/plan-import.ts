import { withTenant } from "@/lib/db/with-tenant";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { ImportOptions } from "@/lib/schemas/import-options";
import { applySplit } from "./apply-split";
import { compileMapping } from "./compile-mapping";
import { decideReading } from "./decide-reading";
import type { ImportPlan, LoadedImport } from "./load-import";
import { readImportSample } from "./read-import-sample";
import { uploadPath } from "./upload-path";

/**
 * Checks the options against the file and decides how its dates and numbers are read.
 * @throws AppError unprocessable for a mapping that does not fit or dates that can be read in two ways; not-found without the file
 */
export async function planImport(loaded: LoadedImport, options: ImportOptions): Promise<ImportPlan> {
  const { organisationId, id } = loaded.row;
  const file = applySplit(loaded.type, loaded.detected, options);
  const mapping = compileMapping(loaded.type, file.options, file.detected);
  const sample = await readImportSample(uploadPath(organisationId, id), file.detected);
  const settings = await withTenant(organisationId, (tx) => loadSettings(tx, organisationId));
  const reading = decideReading(mapping, options, { sample, detected: file.detected }, settings);
  return { options, reading };
}
