import { z } from "zod";
import type { Import } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { type ImportDetected, type ImportReading, importDetected, importReading } from "@/lib/schemas/import-detected";
import { type ImportOptions, importOptions } from "@/lib/schemas/import-options";
import { IMPORT_STATES, IMPORT_TYPES, type ImportState, type ImportType } from "./import-types";

/** The options as they were given, and how dates and numbers are read because of them. */
export type ImportPlan = Readonly<{ options: ImportOptions; reading: ImportReading }>;

/** An import with its JSON columns parsed. */
export type LoadedImport = Readonly<{
  row: Import;
  type: ImportType;
  state: ImportState;
  detected: ImportDetected;
  plan: ImportPlan | null;
}>;

const planSchema = z.object({ options: importOptions, reading: importReading });

/** @throws AppError not-found, also for an import of another organisation */
export async function loadImport(organisationId: number, id: number): Promise<LoadedImport> {
  const row = await withTenant(organisationId, (tx) =>
    tx.import.findUnique({ where: { organisationId_id: { organisationId, id } } }),
  );
  if (!row) throw new AppError("not-found", "There is no such import.");
  return {
    row,
    type: z.enum(IMPORT_TYPES).parse(row.type),
    state: z.enum(IMPORT_STATES).parse(row.state),
    detected: importDetected.parse(row.detected),
    plan: row.options === null ? null : planSchema.parse(row.options),
  };
}
