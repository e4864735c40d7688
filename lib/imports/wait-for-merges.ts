import type { PoolClient } from "pg";
import { lockMerges } from "./lock-merges";
import type { UndoTarget } from "./undo-step";

/** Another import is at work and remembers customers and kinds: what it may still use cannot be taken away now. */
export class OtherImportAtWork extends Error {
  constructor() {
    super("Another import of this organisation is at work");
    this.name = "OtherImportAtWork";
  }
}

/**
 * Holds merges off until the end of the transaction.
 * @throws OtherImportAtWork while another import has a worker: come back later
 */
export async function waitForMerges(
  client: PoolClient,
  { organisationId, importId }: Pick<UndoTarget, "organisationId" | "importId">,
): Promise<void> {
  await lockMerges(client, organisationId, "exclusive");
  const { rowCount } = await client.query(
    // A worker that is slow rather than dead has not renewed its lease for a while.
    `SELECT FROM import WHERE organisation_id = $1 AND id <> $2 AND state = 'running' AND lease_until > now() - interval '1 minute'`,
    [organisationId, importId],
  );
  if (rowCount) throw new OtherImportAtWork();
}
