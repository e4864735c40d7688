import type { Member } from "@/lib/auth/member";
import { loadCustomerCase } from "@/lib/scores/load-customer-case";
import type { CustomerView } from "./customer-view";
import { viewCustomer } from "./view-customer";

/** @throws AppError not-found for a customer that is none, or that the member may not see */
export async function readCustomer(member: Member, externalId: string): Promise<CustomerView> {
  return viewCustomer(await loadCustomerCase(member, externalId));
}
