import type { PoolClient } from "pg";
import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import type { BookRow } from "./book-row";
import { BOOK_COLUMNS, OWN_BOOK, type StoredBookRow, toBookRow } from "./to-book-row";

/** A change below this is nothing to tell of in the morning. */
const SMALLEST_POINTS = 3;
const MOST_SHOWN = 8;

export const CHANGES_SINCE = ["day", "week"] as const;
export type ChangesSince = (typeof CHANGES_SINCE)[number];

export type BookChanges = Readonly<{ rows: readonly BookRow[]; worse: number; better: number }>;

type CountedRow = StoredBookRow & Readonly<{ worse: number; better: number }>;

/** Log-odds gained since the last score that was recorded a day before: what the run of that night found. */
const SINCE_YESTERDAY = `(SELECT s.log_odds - h.log_odds FROM score_history h
  WHERE h.organisation_id = s.organisation_id AND h.customer_id = s.customer_id AND h.as_of <= s.as_of - interval '1 day'
  ORDER BY h.as_of DESC, h.computed_at DESC LIMIT 1)`;

/** Whose risk changed in a book by three points or more: the worse first, those that changed most. */
export async function readChanges(
  client: PoolClient,
  organisationId: number,
  memberId: number,
  since: ChangesSince,
): Promise<BookChanges> {
  const change = since === "day" ? SINCE_YESTERDAY : `s.change_7d * ${LOG_ODDS_PER_POINT}`;
  const least = SMALLEST_POINTS * LOG_ODDS_PER_POINT;
  const { rows } = await client.query<CountedRow>(
    `SELECT *, count(*) FILTER (WHERE log_odds_change > 0) OVER ()::int AS worse,
            count(*) FILTER (WHERE log_odds_change < 0) OVER ()::int AS better
     FROM (SELECT ${BOOK_COLUMNS}, ${change} AS log_odds_change ${OWN_BOOK}) changed
     WHERE abs(log_odds_change) >= ${least}
     ORDER BY log_odds_change < 0, abs(log_odds_change) DESC, external_id LIMIT ${MOST_SHOWN}`,
    [organisationId, memberId],
  );
  return { rows: rows.map(toBookRow), worse: rows[0]?.worse ?? 0, better: rows[0]?.better ?? 0 };
}
