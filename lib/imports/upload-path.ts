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
