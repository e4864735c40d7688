import type { Prisma } from "./generated/client";
import { getPrisma } from "./prisma";

export type TenantTransaction = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction that sees the rows of one organisation and no others.
 * @param organisationId the tenant; row-level security compares every row with it
 */
export async function withTenant<T>(organisationId: number, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  return getPrisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.org', ${String(organisationId)}, true)`;
      return work(tx);
    },
    { maxWait: 15_000, timeout: 60_000 },
  );
}
