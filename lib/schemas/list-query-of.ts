import { type CustomerListQuery, type CustomerListSearch, customerListQuery } from "./customer-list";

/** What the leaderboard asks of the list: as its address says, and without those who are snoozed unless it says otherwise. */
export function listQueryOf(search: CustomerListSearch, limit: number): CustomerListQuery {
  return customerListQuery.parse({ ...search, snoozed: search.snoozed ?? "hide", limit });
}
