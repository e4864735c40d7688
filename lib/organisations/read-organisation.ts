import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { loadSettings } from "./load-settings";
import { organisationNow } from "./organisation-now";

/** What every screen says about the organisation: its name, its zone, its "now" and how old the scores are. */
export type OrganisationView = Readonly<{
  name: string;
  horizonDays: number;
  currency: string;
  timeZone: string;
  /** ISO instant of the scores on screen; null while nothing was scored. */
  asOf: string | null;
  nowMs: number;
}>;

export async function readOrganisation(member: Member): Promise<OrganisationView> {
  return withTenant(member.organisationId, async (tx) => {
    const settings = await loadSettings(tx, member.organisationId);
    const nowMs = await organisationNow(tx, settings);
    const { name, horizonDays, currency, timeZone, currentScoreRunId } = settings;
    const run =
      currentScoreRunId === null
        ? null
        : await tx.scoreRun.findUnique({
            where: { organisationId_id: { organisationId: member.organisationId, id: currentScoreRunId } },
            select: { asOf: true },
          });
    return { name, horizonDays, currency, timeZone, asOf: run?.asOf.toISOString() ?? null, nowMs };
  });
}
