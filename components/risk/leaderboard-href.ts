import type { z } from "zod";
import type { customerListSearch } from "@/lib/schemas/customer-list";

/** What the leaderboard's address asks for. */
export type LeaderboardSearch = z.infer<typeof customerListSearch>;

type Changes = Readonly<{ [Key in keyof LeaderboardSearch]?: LeaderboardSearch[Key] | null }>;

const DEFAULTS: Readonly<Record<string, string>> = { sort: "-risk", stage: "current" };

/** The leaderboard's address with some of what is asked changed (null: dropped). Every change starts at the first page. */
export function leaderboardHref(search: LeaderboardSearch, changes: Changes): string {
  const asked = { ...search, cursor: null, ...changes };
  const query = new URLSearchParams();
  for (const key of ["band", "owner", "stage", "judgement", "q", "sort", "cursor"] as const) {
    const value = asked[key];
    if (value && value !== DEFAULTS[key]) query.set(key, value);
  }
  const text = query.toString();
  return text ? `/risk?${text}` : "/risk";
}
