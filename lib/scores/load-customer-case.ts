import type { Member } from "@/lib/auth/member";
import { type LoadedCustomer, loadCustomer } from "@/lib/customers/load-customer";
import { type LoadedTouchpoints, loadTouchpoints } from "@/lib/customers/load-touchpoints";
import { preparedQuery } from "@/lib/db/prepared-query";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import { loadScoringSetup, type ScoringSetup } from "./scoring-setup";

/** Everything needed to look at one customer: the configuration, the facts, the touchpoints, and what was stored. */
export type CustomerCase = Readonly<{
  setup: ScoringSetup;
  customer: LoadedCustomer;
  touchpoints: LoadedTouchpoints;
  /** As of when the customer is looked at: the stored score's moment, else the organisation's clock. */
  asOfMs: number;
  nowMs: number;
  isScored: boolean;
  /** When scoring first saw the customer waver, if it does now. */
  waveringSinceMs: number | null;
}>;

type StoredMoment = Readonly<{ as_of_ms: number | null; now_ms: number; wavering_since_ms: number | null }>;

/** @throws AppError not-found for a customer that is none, or that the member may not see */
export async function loadCustomerCase(member: Member, externalId: string): Promise<CustomerCase> {
  const { organisationId } = member;
  const read = await withTenantClient(organisationId, async (client) => {
    const customer = await loadCustomer(client, member, externalId);
    const touchpoints = await loadTouchpoints(client, organisationId, customer.id);
    const [stored] = await preparedQuery<StoredMoment>(
      client,
      `SELECT extract(epoch FROM s.as_of)::float8 * 1000 AS as_of_ms,
              floor(extract(epoch FROM coalesce(g.clock, now()))::float8 * 1000) AS now_ms,
              (SELECT CASE WHEN e.stage = 'wavering' THEN extract(epoch FROM e.entered_at)::float8 * 1000 END
               FROM stage_entry e WHERE e.organisation_id = g.id AND e.customer_id = $2
               ORDER BY e.entered_at DESC LIMIT 1) AS wavering_since_ms
       FROM organisation g
       LEFT JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id AND s.customer_id = $2
       WHERE g.id = $1`,
      [organisationId, customer.id],
    );
    if (!stored) throw new AppError("not-found", "There is no such organisation.");
    const setup = await loadScoringSetup(client, organisationId);
    return { setup, customer, touchpoints, stored };
  });
  const { stored, ...found } = read;
  return {
    ...found,
    asOfMs: stored.as_of_ms ?? stored.now_ms,
    nowMs: stored.now_ms,
    isScored: stored.as_of_ms !== null,
    waveringSinceMs: stored.wavering_since_ms,
  };
}
