import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { type OrganisationSettings, toOrganisationSettings } from "./organisation-settings";

/** @throws AppError not-found when the organisation was erased meanwhile */
export async function loadSettings(tx: TenantTransaction, organisationId: number): Promise<OrganisationSettings> {
  const row = await tx.organisation.findUnique({ where: { id: organisationId } });
  if (!row) throw new AppError("not-found", "There is no such organisation.");
  return toOrganisationSettings(row);
}
