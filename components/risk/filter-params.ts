import { type LeaderboardSearch, leaderboardQuery } from "./leaderboard-href";

/** What the leaderboard lists, as the API is asked for the same: its defaults are not the leaderboard's. */
export function filterParams(search: LeaderboardSearch): Record<string, string> {
  const query = new URLSearchParams(leaderboardQuery(search, { columns: null, density: null, view: null }));
  query.set("stage", search.stage);
  query.set("snoozed", search.snoozed ?? "hide");
  return Object.fromEntries(query);
}
