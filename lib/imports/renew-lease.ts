import { withTenantClient } from "@/lib/db/with-tenant-client";
import { LEASE_SECONDS } from "./claim-import";
import { LostImport } from "./lost-import";

/** Says that this worker is alive. @throws LostImport when the import was taken over or cancelled */
export async function renewLease(organisationId: number, importId: number, fence: number): Promise<void> {
  await withTenantClient(organisationId, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE import SET lease_until = now() + make_interval(secs => $4)
       WHERE organisation_id = $1 AND id = $2 AND fence = $3 AND state IN ('running', 'undoing')`,
      [organisationId, importId, fence, LEASE_SECONDS],
    );
    if (rowCount !== 1) throw new LostImport();
  });
}
