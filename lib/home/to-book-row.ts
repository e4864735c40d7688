import { toLeaderboardRow } from "@/lib/customers/to-leaderboard-row";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import type { BookRow } from "./book-row";

/** A row of BOOK_COLUMNS as PostgreSQL gives it. */
export type StoredBookRow = Parameters<typeof toLeaderboardRow>[0] &
  Readonly<{ stage_since: Date; log_odds_change: number | null }>;

/** Columns of the queries about a book: `s` is the score, `c` the customer, `g` the organisation. */
export const BOOK_COLUMNS = `c.external_id, c.name, c.mrr_minor, coalesce(c.currency, g.currency) AS currency,
  c.renews_on::text, NULL::text AS owner_name, s.probability, s.band, s.stage, s.evidence, s.change_7d,
  s.value_at_risk_minor, s.top_reason, s.as_of, s.stage_since`;

/** Customers in one person's book who have not left, under the run that readers see: `$1` organisation, `$2` member. */
export const OWN_BOOK = `FROM organisation g
  JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id AND s.stage <> 'departed'
  JOIN customer c ON c.organisation_id = g.id AND c.id = s.customer_id AND c.owner_id = $2
  WHERE g.id = $1`;

export function toBookRow(stored: StoredBookRow): BookRow {
  const row = toLeaderboardRow(stored);
  const { externalId, name, probability, band, renewsOn, mrrMinor, currency } = row;
  return {
    ...{ externalId, name, probability, band, renewsOn, mrrMinor, currency },
    change: stored.log_odds_change === null ? row.change7d : pointsFromLogOdds(stored.log_odds_change),
    topReason: row.topReason?.text ?? null,
    stageSinceMs: stored.stage_since.getTime(),
  };
}
