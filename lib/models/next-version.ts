import type { TenantTransaction } from "@/lib/db/with-tenant";

/** The version of the organisation's next model. Waits for whoever else is making one. */
export async function nextVersion(tx: TenantTransaction, organisationId: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('models'), ${organisationId}::int)`;
  const newest = await tx.model.aggregate({ where: { organisationId }, _max: { version: true } });
  return (newest._max.version ?? 0) + 1;
}
