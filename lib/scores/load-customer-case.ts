import type { Member } from "@/lib/auth/member";
import { type LoadedCustomer, loadCustomer } from "@/lib/customers/load-customer";
import { type LoadedTouchpoints, loadTouchpoints } from "@/lib/customers/load-touchpoints";
import { withTenantPipeline } from "@/lib/db/with-tenant-pipeline";
import { loadScoringSetup, type ScoringSetup } from "./scoring-setup";

/** Everything needed to look at one customer: the configuration, the facts, the touchpoints, and what was stored. */
export type CustomerCase = Readonly<{
  setup: ScoringSetup;
  customer: LoadedCustomer;
  touchpoints: LoadedTouchpoints;
  /** As of when the customer is looked at: the stored score's moment, else the organisation's clock. */
  asOfMs: number;
  isScored: boolean;
  /** When scoring first saw the customer waver, if it does now. */
  waveringSinceMs: number | null;
}>;

/** @throws AppError not-found for a customer that is none, or that the member may not see */
export async function loadCustomerCase(member: Member, externalId: string): Promise<CustomerCase> {
  const { organisationId } = member;
  const [setup, customer, touchpoints] = await withTenantPipeline(organisationId, (client) => [
    loadScoringSetup(client, organisationId),
    loadCustomer(client, member, externalId),
    loadTouchpoints(client, organisationId, externalId),
  ]);
  const { asOfMs, isScored, waveringSinceMs } = customer;
  return { setup, customer, touchpoints, asOfMs, isScored, waveringSinceMs };
}
