import { setTimeout as sleep } from "node:timers/promises";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";

/** How long a worker that says nothing more keeps others from taking its import over. */
export const LEASE_SECONDS = 10;

const RETRY_MS = 500;

/** What a worker can be at: bringing rows in, or taking them back. */
export type ClaimableState = "running" | "undoing";

/** The right to go on with an import: the fence is checked in every transaction that changes it. */
export type Claim = Readonly<{ fence: number; mergedRows: number; rejected: number }>;

/**
 * Takes an import over for this worker, waiting for the lease of one that was killed to end. By the database's clock.
 * @returns undefined when the import is not in that state any more: finished, failed or cancelled
 * @throws AppError conflict when another worker is alive and at it
 */
export async function claimImport(
  organisationId: number,
  importId: number,
  work: ClaimableState = "running",
): Promise<Claim | undefined> {
  for (let waitedMs = 0; waitedMs <= (LEASE_SECONDS + 5) * 1000; waitedMs += RETRY_MS) {
    const answer = await tryClaim(organisationId, importId, work);
    if (answer !== "held") return answer;
    await sleep(RETRY_MS);
  }
  throw new AppError("conflict", "Another worker is at this import.");
}

async function tryClaim(
  organisationId: number,
  importId: number,
  work: ClaimableState,
): Promise<Claim | undefined | "held"> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ fence: number; merged_rows: number; rejected: number }>(
      `UPDATE import SET fence = fence + 1, lease_until = now() + make_interval(secs => $3),
              started_at = coalesce(started_at, now())
       WHERE organisation_id = $1 AND id = $2 AND state = $4 AND (lease_until IS NULL OR lease_until < now())
       RETURNING fence, merged_rows, rejected`,
      [organisationId, importId, LEASE_SECONDS, work],
    );
    const [claimed] = rows;
    if (claimed) return { fence: claimed.fence, mergedRows: claimed.merged_rows, rejected: claimed.rejected };
    const state = await client.query<{ state: string }>(
      "SELECT state FROM import WHERE organisation_id = $1 AND id = $2",
      [organisationId, importId],
    );
    return state.rows[0]?.state === work ? "held" : undefined;
  });
}
