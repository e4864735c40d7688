import type { Member } from "@/lib/auth/member";
import type { SparkPoint } from "@/lib/charts/sparkline";
import { withTenantClient } from "@/lib/db/with-tenant-client";

/** What stands in a row of the leaderboard besides the list's own facts. */
export type RowExtras = Readonly<{
  /** Scores of the 90 days before the row's own, oldest first, the one that held at their beginning included. */
  trend: readonly SparkPoint[];
  tags: readonly string[];
  /** ISO date until which the customer is snoozed; null when not. */
  snoozedUntil: string | null;
}>;

export const TREND_DAYS = 90;

type ExtrasRow = Readonly<{
  external_id: string;
  trend: readonly (readonly [atMs: number, probability: number])[] | null;
  tags: string[];
  snoozed_until: string | null;
}>;

/**
 * Trends, tags and snoozes of the customers of a page: one statement for all of them.
 * @param rows a page of listCustomers, which has seen to it that the member may see them
 * @returns by external id
 */
export async function loadRowExtras(
  member: Member,
  rows: readonly Readonly<{ externalId: string; asOf: string }>[],
): Promise<ReadonlyMap<string, RowExtras>> {
  const asOf = rows[0]?.asOf;
  if (asOf === undefined) return new Map();
  const { rows: found } = await withTenantClient(member.organisationId, (client) =>
    client.query<ExtrasRow>(
      `SELECT c.external_id,
              (SELECT json_agg(json_build_array(extract(epoch FROM h.as_of) * 1000, h.probability) ORDER BY h.as_of, h.computed_at)
               FROM score_history h
               WHERE h.organisation_id = $1 AND h.customer_id = c.id AND h.as_of <= $3::timestamptz
                 AND h.as_of >= coalesce((SELECT max(b.as_of) FROM score_history b
                       WHERE b.organisation_id = $1 AND b.customer_id = c.id AND b.as_of <= $3::timestamptz - interval '${TREND_DAYS} days'),
                     $3::timestamptz - interval '${TREND_DAYS} days')) AS trend,
              ARRAY(SELECT t.tag FROM customer_tag t WHERE t.organisation_id = $1 AND t.customer_id = c.id ORDER BY t.tag) AS tags,
              (SELECT z.until::text FROM customer_snooze z JOIN organisation g ON g.id = z.organisation_id
               WHERE z.organisation_id = $1 AND z.customer_id = c.id
                 AND z.until > ($3::timestamptz AT TIME ZONE g.time_zone)::date) AS snoozed_until
       FROM customer c WHERE c.organisation_id = $1 AND c.external_id = ANY ($2::text[])`,
      [member.organisationId, rows.map((row) => row.externalId), asOf],
    ),
  );
  return new Map(
    found.map((row) => [
      row.external_id,
      {
        trend: (row.trend ?? []).map(([atMs, probability]) => ({ atMs, probability })),
        tags: row.tags,
        snoozedUntil: row.snoozed_until,
      },
    ]),
  );
}
