import type { TenantTransaction } from "@/lib/db/with-tenant";
import { importOptions } from "@/lib/schemas/import-options";
import type { SavedMapping } from "./import-view";
import type { LoadedImport } from "./load-import";
import { shapeFingerprint } from "./shape-fingerprint";

/** How a file with the same columns was imported last; null for the first of its shape. */
export async function findSavedMapping(
  tx: TenantTransaction,
  { row, type, detected }: LoadedImport,
): Promise<SavedMapping | null> {
  if (!detected.header) return null;
  const { organisationId } = row;
  const key = { organisationId, type, fingerprint: shapeFingerprint(detected.columns) };
  const saved = await tx.importMapping.findUnique({ where: { organisationId_type_fingerprint: key } });
  // What an older version wrote and this one does not read is no reason to keep a file out.
  const options = importOptions.safeParse(saved?.options);
  if (!saved || !options.success) return null;
  return {
    options: options.data,
    filename: saved.filename,
    usedBy: saved.usedByName,
    usedAt: saved.usedAt.toISOString(),
  };
}
