import type { TenantTransaction } from "@/lib/db/with-tenant";

/** The customers that a preview looks at. `ids` is undefined when it looks at everyone. */
export type CustomerSample = Readonly<{
  total: number;
  ids: readonly number[] | undefined;
  /** Those who have departed: nobody acts on their risk. */
  departed: ReadonlySet<number>;
}>;

type Sampling = Readonly<{ organisationId: number; runId: number | null; atMost: number }>;

/**
 * Everyone, or, of more than `atMost`, a sample that a hash of their numbers chooses: the same one each time, whoever was
 * brought in first or last. Memory: a number for each that is sampled or has departed.
 */
export async function sampleCustomers(
  tx: TenantTransaction,
  { organisationId, runId, atMost }: Sampling,
): Promise<CustomerSample> {
  const total = await tx.customer.count({ where: { organisationId } });
  const ids = total > atMost ? await sampledIds(tx, organisationId, atMost) : undefined;
  const departed = await tx.$queryRaw<{ id: number }[]>`
    SELECT customer_id AS id FROM score
    WHERE organisation_id = ${organisationId} AND run_id = ${runId} AND stage = 'departed'
      AND (${ids ?? null}::int[] IS NULL OR customer_id = ANY (${ids ?? null}::int[]))`;
  return { total, ids, departed: new Set(departed.map(({ id }) => id)) };
}

async function sampledIds(tx: TenantTransaction, organisationId: number, atMost: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM customer WHERE organisation_id = ${organisationId} ORDER BY hashint4(id), id LIMIT ${atMost}`;
  return rows.map(({ id }) => id);
}
