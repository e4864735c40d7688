import type { PoolClient } from "pg";
import { traitsOf } from "@/lib/customers/traits-of";
import type { CustomerFacts } from "@/lib/scoring/types";

/** What was known of a customer until it was replaced. */
export type FormerFacts = Readonly<{ facts: CustomerFacts; replacedMs: number }>;

type FormerRow = Readonly<{
  mrr_minor: string | null;
  started_ms: number | null;
  renews_ms: number | null;
  traits: unknown;
  replaced_ms: number;
}>;

/** Facts that change more often than this are no facts; the newest are kept apart, the older ones run together. */
const MOST_CHANGES = 1_000;

/** The facts of a customer that were replaced, oldest first. */
export async function loadFormerFacts(
  client: PoolClient,
  organisationId: number,
  customerId: number,
): Promise<readonly FormerFacts[]> {
  const { rows } = await client.query<FormerRow>(
    `SELECT mrr_minor, traits, extract(epoch FROM replaced_at)::float8 * 1000 AS replaced_ms,
            extract(epoch FROM started_on::timestamp AT TIME ZONE 'UTC')::float8 * 1000 AS started_ms,
            extract(epoch FROM renews_on::timestamp AT TIME ZONE 'UTC')::float8 * 1000 AS renews_ms
     FROM former_facts WHERE organisation_id = $1 AND customer_id = $2
     ORDER BY replaced_at DESC LIMIT ${MOST_CHANGES}`,
    [organisationId, customerId],
  );
  return rows.reverse().map((row) => ({
    replacedMs: row.replaced_ms,
    facts: {
      startedOnMs: row.started_ms,
      renewsOnMs: row.renews_ms,
      mrrMinor: row.mrr_minor === null ? null : Number(row.mrr_minor),
      traits: traitsOf(row.traits),
    },
  }));
}
