import type { TenantTransaction } from "@/lib/db/with-tenant";

/** The customers that a preview looks at. `ids` is undefined when it looks at everyone. */
export type CustomerSample = Readonly<{
  total: number;
  ids: readonly number[] | undefined;
  /** Those who have departed: nobody acts on their risk. */
  departed: ReadonlySet<number>;
}>;

/**
 * Everyone, or, of more than `most`, a sample that a hash of their numbers chooses: the same one each time, whoever was
 * brought in first or last.
 */
export async function sampleCustomers(
  tx: TenantTransaction,
  { organisationId, runId, most }: Readonly<{ organisationId: number; runId: number | null; most: number }>,
): Promise<CustomerSample> {
  const total = await tx.customer.count({ where: { organisationId } });
  const rows = await tx.$queryRaw<{ id: number; departed: boolean }[]>`
    SELECT c.id, coalesce(s.stage = 'departed', false) AS departed
    FROM (SELECT id FROM customer WHERE organisation_id = ${organisationId}
          ORDER BY hashint4(id), id LIMIT ${most}) c
    LEFT JOIN score s ON s.organisation_id = ${organisationId} AND s.run_id = ${runId} AND s.customer_id = c.id`;
  return {
    total,
    ids: total > most ? rows.map(({ id }) => id) : undefined,
    departed: new Set(rows.filter(({ departed }) => departed).map(({ id }) => id)),
  };
}
