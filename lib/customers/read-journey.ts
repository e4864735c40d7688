import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import type { JourneyView } from "@/lib/journey/journey-view";
import { loadConfigurationChanges } from "@/lib/ledger/load-configuration-changes";
import { loadCustomerCase } from "@/lib/scores/load-customer-case";
import { type JourneyStretch, viewJourney } from "./view-journey";

/** @throws AppError not-found for a customer that is none, or that the member may not see */
export async function readJourney(
  member: Member,
  externalId: string,
  stretch: JourneyStretch = {},
): Promise<JourneyView> {
  const { organisationId } = member;
  const found = await loadCustomerCase(member, externalId);
  const changes = await withTenant(organisationId, (tx) => loadConfigurationChanges(tx, organisationId));
  return viewJourney(found, changes, stretch);
}
