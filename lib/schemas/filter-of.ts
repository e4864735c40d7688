import { type CustomerFilterQuery, type CustomerListSearch, customerFilterQuery } from "./customer-list";

/** What the leaderboard's address filters by; without those who are snoozed unless it says otherwise. */
export function filterOf(search: CustomerListSearch): CustomerFilterQuery {
  const { columns: _, density: __, view: ___, cursor: ____, ...asked } = search;
  return customerFilterQuery.parse({ ...asked, snoozed: asked.snoozed ?? "hide" });
}
