import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { OrganisationSettings } from "./organisation-settings";

/** The organisation's "now" in milliseconds: its fixed clock, or the database's, never this process's. */
export async function organisationNow(tx: TenantTransaction, settings: OrganisationSettings): Promise<number> {
  if (settings.clockMs !== null) return settings.clockMs;
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  if (!row) throw new Error("The database told no time");
  return row.now.getTime();
}
