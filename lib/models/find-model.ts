import type { Model } from "@/lib/db/generated/client";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";

/** @throws AppError not-found for a version that the organisation does not have */
export async function findModel(tx: TenantTransaction, organisationId: number, version: number): Promise<Model> {
  const model = await tx.model.findUnique({ where: { organisationId_version: { organisationId, version } } });
  if (!model) throw new AppError("not-found", "There is no such model.");
  return model;
}
