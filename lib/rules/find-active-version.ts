import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/**
 * The version of the rules that scores are made with: that of the active model, which need not be the newest.
 * @throws AppError not-found without an active model
 */
export async function findActiveVersion(tx: TenantTransaction, organisationId: number): Promise<number> {
  const active = await tx.model.findFirst({
    where: { organisationId, state: "active" },
    select: { ruleSetVersion: true },
  });
  if (!active) throw new AppError("not-found", "This organisation has no active model.");
  return active.ruleSetVersion;
}
