import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { MANAGER_SCOPES, type ManagerScope } from "@/lib/auth/roles";
import { withTenant } from "@/lib/db/with-tenant";

const managerScopeSchema = z.enum(MANAGER_SCOPES);

/** What the organisation's account managers see and change. */
export async function readManagerScope({ organisationId }: Member): Promise<ManagerScope> {
  const row = await withTenant(organisationId, (tx) =>
    tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { managerScope: true } }),
  );
  return managerScopeSchema.parse(row.managerScope);
}
