import type { CustomerListQuery, CustomerListSearch } from "./customer-list";
import { filterOf } from "./filter-of";

/** A page of what the leaderboard's address asks for. */
export function listQueryOf(search: CustomerListSearch, limit: number): CustomerListQuery {
  return { ...filterOf(search), limit, cursor: search.cursor };
}
