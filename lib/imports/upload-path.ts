import { rm } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";

/** The folder of an organisation's uploaded files. */
export function uploadFolder(organisationId: number): string {
  return join(env().DATA_DIR, "uploads", String(organisationId));
}

/** Where the file of an import lies until its rows are in. */
export function uploadPath(organisationId: number, importId: number): string {
  return join(uploadFolder(organisationId), `${importId}.csv`);
}

/** Where the original of a workbook lies beside the CSV of one of its sheets. */
export function workbookPath(path: string): string {
  return `${path}.workbook`;
}

/** Removes the file of an import, and the workbook it came from. */
export async function removeUpload(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(workbookPath(path), { force: true });
}
