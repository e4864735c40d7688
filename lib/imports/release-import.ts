import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { RunningImport } from "./commit-chunk";

/** Ends this worker's lease, so that another can go on at once. */
export async function releaseImport({ organisationId, importId, fence }: RunningImport): Promise<void> {
  await withTenantClient(organisationId, (client) =>
    client.query("UPDATE import SET lease_until = NULL WHERE organisation_id = $1 AND id = $2 AND fence = $3", [
      organisationId,
      importId,
      fence,
    ]),
  );
}
