import type { TenantTransaction } from "@/lib/db/with-tenant";

/** Of more customers than this a sample is looked at, and said to be one: an admin waits for the answer. */
const MOST_CUSTOMERS = 10_000;

/** The customers that a preview looks at. `ids` is undefined when it looks at everyone. */
export type CustomerSample = Readonly<{
  total: number;
  ids: readonly number[] | undefined;
  /** Those who have departed: nobody acts on their risk. */
  departed: ReadonlySet<number>;
}>;

/**
 * Everyone, or, of more than 10,000, a sample that a hash of their numbers chooses: the same one each time, whoever was
 * brought in first or last.
 */
export async function sampleCustomers(
  tx: TenantTransaction,
  { organisationId, runId }: Readonly<{ organisationId: number; runId: number | null }>,
): Promise<CustomerSample> {
  const total = await tx.customer.count({ where: { organisationId } });
  const rows = await tx.$queryRaw<{ id: number; departed: boolean }[]>`
    SELECT c.id, coalesce(s.stage = 'departed', false) AS departed
    FROM (SELECT id FROM customer WHERE organisation_id = ${organisationId}
          ORDER BY hashint4(id), id LIMIT ${MOST_CUSTOMERS}) c
    LEFT JOIN score s ON s.organisation_id = ${organisationId} AND s.run_id = ${runId} AND s.customer_id = c.id`;
  return {
    total,
    ids: total > MOST_CUSTOMERS ? rows.map(({ id }) => id) : undefined,
    departed: new Set(rows.filter(({ departed }) => departed).map(({ id }) => id)),
  };
}
