import type { TenantTransaction } from "@/lib/db/with-tenant";

/** Something that was said or noted at a touchpoint, in its own words. */
export type LastWord = Readonly<{ atMs: number; kindLabel: string; text: string; sentiment: number | null }>;

type Wanted = Readonly<{ organisationId: number; externalId: string; upToMs: number; limit: number }>;

type WordRow = Readonly<{ occurred_at: Date; label: string; text: string; sentiment: number | null }>;

/** How many of a customer's newest touchpoints are looked through for words: enough for months of most journeys. */
const LOOKED_THROUGH = 500;

/** The newest words of a customer that came with touchpoints (their detail `note`), newest first. */
export async function loadLastWords(tx: TenantTransaction, wanted: Wanted): Promise<readonly LastWord[]> {
  const { organisationId, externalId, limit } = wanted;
  const upTo = new Date(wanted.upToMs);
  const rows = await tx.$queryRaw<WordRow[]>`
    SELECT t.occurred_at, k.label, left(d.details->>'note', 1000) AS text, t.sentiment
    FROM (SELECT key, kind_id, occurred_at, sentiment FROM touchpoint
          WHERE organisation_id = ${organisationId}::int AND occurred_at <= ${upTo}
            AND customer_id = (SELECT id FROM customer
              WHERE organisation_id = ${organisationId}::int AND external_id = ${externalId})
          ORDER BY occurred_at DESC, key DESC LIMIT ${LOOKED_THROUGH}::int) AS t
    JOIN touchpoint_detail d ON d.organisation_id = ${organisationId}::int AND d.key = t.key
    JOIN kind k ON k.organisation_id = ${organisationId}::int AND k.id = t.kind_id
    WHERE jsonb_typeof(d.details->'note') = 'string' AND d.details->>'note' <> ''
    ORDER BY t.occurred_at DESC, t.key DESC LIMIT ${limit}::int`;
  return rows.map(({ occurred_at, label, text, sentiment }) => ({
    atMs: occurred_at.getTime(),
    kindLabel: label,
    text,
    sentiment,
  }));
}
