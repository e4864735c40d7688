import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import type { RunningImport } from "./commit-chunk";

/**
 * Marks an import as failed when its sender has to act. After any other failure (a restart, a lost database) it stays as
 * it is, to be gone on with.
 */
export async function failImport({ organisationId, importId, fence }: RunningImport, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.code === "unavailable") return;
  await withTenantClient(organisationId, (client) =>
    client.query(
      `UPDATE import SET state = 'failed', error = $4, finished_at = now()
       WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state = 'running'`,
      [organisationId, importId, fence, error.message],
    ),
  );
}
