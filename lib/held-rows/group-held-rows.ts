import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { HeldReason } from "@/lib/schemas/held-row";

/** Rows that wait for the same thing. */
export type HeldGroup = Readonly<{ reason: HeldReason; value: string; rows: number }>;

const SHOWN_GROUPS = 50;

/** What the rows wait for: the unknown customers and kinds, those with most rows first, and how many rows there are in all. */
export async function groupHeldRows({
  organisationId,
}: Member): Promise<{ groups: HeldGroup[]; totals: Readonly<Record<HeldReason, number>> }> {
  const { rows, totals } = await withTenantClient(organisationId, async (client) => {
    const groups = await client.query<HeldGroup>(
      `SELECT reason, CASE reason WHEN 'unknown-kind' THEN kind ELSE customer_external_id END AS value, count(*)::int AS rows
       FROM held_row WHERE organisation_id = $1 GROUP BY 1, 2 ORDER BY rows DESC, value LIMIT ${SHOWN_GROUPS}`,
      [organisationId],
    );
    const counted = await client.query<{ reason: HeldReason; rows: number }>(
      "SELECT reason, count(*)::int AS rows FROM held_row WHERE organisation_id = $1 GROUP BY reason",
      [organisationId],
    );
    return { rows: groups.rows, totals: counted.rows };
  });
  const count = (reason: HeldReason) => totals.find((total) => total.reason === reason)?.rows ?? 0;
  return {
    groups: rows,
    totals: { "unknown-customer": count("unknown-customer"), "unknown-kind": count("unknown-kind") },
  };
}
