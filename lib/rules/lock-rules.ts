import type { TenantTransaction } from "@/lib/db/with-tenant";

/** Until the transaction ends, nobody else changes the draft or publishes. */
export async function lockRules(tx: TenantTransaction, organisationId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rules'), ${organisationId}::int)`;
}
