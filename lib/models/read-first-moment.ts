import type { TenantTransaction } from "@/lib/db/with-tenant";

/** When anything is known of any customer for the first time: a touchpoint, a start date; null for an empty organisation. */
export async function readFirstMoment(tx: TenantTransaction, organisationId: number): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ first: Date | null }[]>`
    SELECT least(
      (SELECT min(occurred_at) FROM touchpoint WHERE organisation_id = ${organisationId}),
      (SELECT min(started_on)::timestamptz FROM customer WHERE organisation_id = ${organisationId})) AS first`;
  return row?.first?.getTime() ?? null;
}
