import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { LoadedImport } from "./load-import";
import { shapeFingerprint } from "./shape-fingerprint";

/** Keeps how a file is imported, to be offered for the next one of the same shape; the last choice counts. */
export async function rememberMapping(
  tx: TenantTransaction,
  { row, type, detected }: LoadedImport,
  options: ImportOptions,
  usedByName: string,
): Promise<void> {
  // Without names every file of so many columns would be of one shape.
  if (!detected.header) return;
  const { organisationId, filename } = row;
  const key = { organisationId, type, fingerprint: shapeFingerprint(detected.columns) };
  const facts = { options, filename, usedByName, usedAt: new Date() };
  await tx.importMapping.upsert({
    where: { organisationId_type_fingerprint: key },
    create: { ...key, ...facts },
    update: facts,
  });
}
