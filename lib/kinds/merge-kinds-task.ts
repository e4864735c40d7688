import { withTenantClient } from "@/lib/db/with-tenant-client";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import type { TaskHandler } from "@/lib/jobs/task-payloads";

const CHUNK_ROWS = 20_000;

/** There is no index by kind, nor need for one: all touchpoints are looked at in the order of their keys. */
const MOVE = `WITH page AS MATERIALIZED (
    SELECT key, kind_id FROM touchpoint
    WHERE organisation_id = $1 AND ($2::uuid IS NULL OR key > $2::uuid) ORDER BY key LIMIT ${CHUNK_ROWS}),
  moved AS (
    UPDATE touchpoint SET kind_id = $4::int2 FROM page
    WHERE touchpoint.organisation_id = $1 AND touchpoint.key = page.key AND page.kind_id = $3::int2)
  SELECT (SELECT key FROM page ORDER BY key DESC LIMIT 1) AS last, (SELECT count(*)::int FROM page) AS looked`;

type Page = Readonly<{ last: string | null; looked: number }>;

/**
 * Moves the touchpoints of a kind to the one it was merged into, a chunk in each transaction, and then has everyone scored
 * anew. It can be broken off anywhere and begun again.
 */
export const mergeKindsTask: TaskHandler<"merge-kinds"> = async ({ organisationId, payload, report, signal }) => {
  const { into, total } = await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ into: number | null; total: number }>(
      `SELECT (SELECT merged_into_id FROM kind WHERE organisation_id = $1 AND id = $2) AS into,
              (SELECT count(*)::int FROM touchpoint WHERE organisation_id = $1) AS total`,
      [organisationId, payload.from],
    );
    return rows[0] ?? { into: null, total: 0 };
  });
  if (into === null) return;
  let done = 0;
  for (let cursor: string | null = null; ; ) {
    signal.throwIfAborted();
    const page: Page | undefined = await withTenantClient(organisationId, async (client) => {
      const { rows } = await client.query<Page>(MOVE, [organisationId, cursor, payload.from, into]);
      return rows[0];
    });
    if (!page?.last) break;
    done += page.looked;
    report({ done, total, unit: "touchpoints" });
    cursor = page.last;
  }
  await withTenantClient(organisationId, async (client) => {
    await client.query("UPDATE kind SET moved_at = clock_timestamp() WHERE organisation_id = $1 AND id = $2", [
      organisationId,
      payload.from,
    ]);
    await enqueueJob(client, { organisationId, task: "score-all", payload: {} });
  });
};
