import type { CustomerListSearch } from "@/lib/schemas/customer-list";

/** What the leaderboard's address asks for. */
export type LeaderboardSearch = CustomerListSearch;

type Changes = Readonly<{ [Key in keyof LeaderboardSearch]?: LeaderboardSearch[Key] | null }>;

const DEFAULTS: Readonly<Record<string, string>> = { sort: "-risk", stage: "current", density: "comfortable" };

/** What is asked less often, in the order in which it is offered. */
export const MORE_FILTERS = [
  "category",
  "renewsWithin",
  "mrrFrom",
  "mrrTo",
  "change",
  "tag",
  "traits",
  "snoozed",
  "judgement",
] as const satisfies readonly (keyof LeaderboardSearch)[];

/** In this order in the address, whatever was asked first: the same list has the same address. */
const NAMES = [
  "band",
  "owner",
  "stage",
  ...MORE_FILTERS,
  "q",
  "sort",
  "columns",
  "density",
  "view",
  "cursor",
] as const satisfies readonly (keyof LeaderboardSearch)[];

/** The leaderboard's address with some of what is asked changed (null: dropped). Every change starts at the first page. */
export function leaderboardHref(search: LeaderboardSearch, changes: Changes): string {
  const text = leaderboardQuery(search, changes);
  return text ? `/risk?${text}` : "/risk";
}

/** The same without the path: what is asked, in one order, without what is usual. */
export function leaderboardQuery(search: LeaderboardSearch, changes: Changes = {}): string {
  const asked = { ...search, cursor: null, ...changes };
  const query = new URLSearchParams();
  for (const key of NAMES) {
    const value = asked[key];
    if (value && value !== DEFAULTS[key]) query.set(key, String(value));
  }
  return query.toString();
}
