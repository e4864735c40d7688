import type { Member } from "@/lib/auth/member";
import type { LedgerQuery } from "@/lib/schemas/ledger-query";
import { loadCustomerCase } from "@/lib/scores/load-customer-case";
import type { LedgerView } from "./ledger-view";
import { viewLedger } from "./view-ledger";

/**
 * Why a customer's score changed: since a moment (a week ago unless told), and from each recorded score to the next.
 * @throws AppError not-found for a customer that is none or that the member may not see; bad-request for a bad cursor, or
 *   a start that is not before the end
 */
export async function readLedger(member: Member, externalId: string, query: LedgerQuery): Promise<LedgerView> {
  return viewLedger(member, await loadCustomerCase(member, externalId), query);
}
