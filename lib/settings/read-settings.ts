import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { Settings } from "@/lib/schemas/settings";
import { toSettings } from "./to-settings";

/** The member's organisation's settings. */
export async function readSettings(member: Member): Promise<Settings> {
  return withTenant(member.organisationId, async (tx) => toSettings(await loadSettings(tx, member.organisationId)));
}
