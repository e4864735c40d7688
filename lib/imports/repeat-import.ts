import type { PoolClient } from "pg";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { type RunningImport, recordProgress } from "./commit-chunk";

// Every row of the earlier import was new, so that all it says is under its own rows; an undo of it waits for this one.
const EARLIER = `SELECT earlier.id, earlier.rows FROM import AS this
  JOIN import AS earlier ON earlier.organisation_id = $1 AND earlier.sha256 = this.sha256 AND earlier.type = this.type
    AND earlier.detected = this.detected AND earlier.options = this.options
  WHERE this.organisation_id = $1 AND this.id = $2 AND this.type = 'touchpoints'
    AND earlier.id < this.id AND earlier.state = 'succeeded' AND earlier.rows = earlier.created AND earlier.rows > 0
  ORDER BY earlier.id DESC LIMIT 1 FOR SHARE OF earlier`;

const STILL_THERE = `SELECT count(*)::int AS rows FROM touchpoint
  WHERE organisation_id = (SELECT $1::int) AND import_id = (SELECT $2::int)`;

/**
 * Counts every row of a file as a duplicate without reading it: when the very same file came in before, under the same
 * options, all of it new, and all of those touchpoints are still there.
 * @returns false, with nothing counted, when the file has to be read
 */
export async function repeatImport(running: RunningImport): Promise<boolean> {
  return withTenantClient(running.organisationId, async (client) => {
    const rows = await rowsStillThere(client, running);
    if (rows === 0) return false;
    const counts = { created: 0, updated: 0, unchanged: 0, duplicates: rows, conflicts: 0, held: 0 };
    await recordProgress(client, running, { rows, counts, rejects: [], touched: new Set() });
    return true;
  });
}

async function rowsStillThere(client: PoolClient, { organisationId, importId }: RunningImport): Promise<number> {
  const earlier = await client.query<{ id: number; rows: number }>(EARLIER, [organisationId, importId]);
  const [same] = earlier.rows;
  if (!same) return 0;
  const { rows } = await client.query<{ rows: number }>(STILL_THERE, [organisationId, same.id]);
  return rows[0]?.rows === same.rows ? same.rows : 0;
}
