import type { PoolClient } from "pg";
import type { BookRow } from "./book-row";
import { BOOK_COLUMNS, OWN_BOOK, type StoredBookRow, toBookRow } from "./to-book-row";

/** How far ahead renewals are counted, in days. */
export const RENEWAL_WINDOWS = [30, 60, 90] as const;
const MOST_SHOWN = 8;

export type Renewals = Readonly<{
  /** Renewals within each window, today included: how many, and how many of them at risk or critical. */
  within: readonly Readonly<{ days: number; count: number; atRisk: number }>[];
  /** The next ones. */
  rows: readonly BookRow[];
}>;

type WindowRow = Readonly<{ days: number; count: number; at_risk: number }>;

const TODAY = "(coalesce(g.clock, now()) AT TIME ZONE g.time_zone)::date";

/** Renewals of a book in the next 90 days, by the organisation's clock and zone. */
export async function readRenewals(client: PoolClient, organisationId: number, ownerId: number): Promise<Renewals> {
  const parameters = [organisationId, ownerId];
  const windows = await client.query<WindowRow>(
    `SELECT days, count(*) FILTER (WHERE ahead <= days)::int AS count,
            count(*) FILTER (WHERE ahead <= days AND band IN ('at-risk', 'critical'))::int AS at_risk
     FROM unnest($3::int[]) AS days
     LEFT JOIN (SELECT c.renews_on - ${TODAY} AS ahead, s.band ${OWN_BOOK} AND c.renews_on >= ${TODAY}) renewal ON true
     GROUP BY days ORDER BY days`,
    [...parameters, RENEWAL_WINDOWS],
  );
  const next = await client.query<StoredBookRow>(
    `SELECT ${BOOK_COLUMNS}, NULL::float8 AS log_odds_change ${OWN_BOOK}
     AND c.renews_on BETWEEN ${TODAY} AND ${TODAY} + ${RENEWAL_WINDOWS.at(-1)}
     ORDER BY c.renews_on, s.risk_order DESC, s.customer_id LIMIT ${MOST_SHOWN}`,
    parameters,
  );
  return {
    within: windows.rows.map(({ days, count, at_risk: atRisk }) => ({ days, count, atRisk })),
    rows: next.rows.map(toBookRow),
  };
}
