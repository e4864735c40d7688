import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import { STAGE_ENTERED_AT } from "@/lib/customers/stage-entered-at";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { isoDay } from "@/lib/format/iso-day";
import { timeLeft } from "@/lib/journey/time-left";
import type { BookRow } from "./book-row";
import { type BookChanges, type ChangesSince, readChanges } from "./read-changes";
import { type EndingJudgement, readEndingJudgements } from "./read-ending-judgements";
import { type Renewals, readRenewals } from "./read-renewals";
import { BOOK_COLUMNS, OWN_BOOK, type StoredBookRow, toBookRow } from "./to-book-row";

const MOST_WAVERING = 6;

/** One person's book on one morning. */
export type Book = Readonly<{
  ownerId: number;
  customers: number;
  /** At risk or critical. */
  atRisk: number;
  /** What the book's changes are since; `hasYesterday` is false when nothing was scored about a day before. */
  since: ChangesSince;
  hasYesterday: boolean;
  changes: BookChanges;
  wavering: Readonly<{ count: number; rows: readonly BookRow[] }>;
  renewals: Renewals;
  ending: readonly EndingJudgement[];
}>;

/**
 * The customers of a member's own book: what changed, who is wavering, which renewals come, which judgements end.
 * @param asked since when changes are asked for; left out: since yesterday where that is known, else since last week
 */
export async function readBook(member: Member, asked?: ChangesSince): Promise<Book> {
  const { organisationId, id } = member;
  // Ids begin at 1: whoever is no member has no book.
  const ownerId = id ?? -1;
  return withTenantClient(organisationId, async (client) => {
    const hasYesterday = await wasScoredYesterday(client, organisationId);
    const since = asked === "week" || !hasYesterday ? "week" : "day";
    const { rows } = await client.query<{ customers: number; at_risk: number }>(
      `SELECT count(*)::int AS customers, count(*) FILTER (WHERE s.band IN ('at-risk', 'critical'))::int AS at_risk ${OWN_BOOK}`,
      [organisationId, ownerId],
    );
    return {
      ...{ ownerId, since, hasYesterday },
      customers: rows[0]?.customers ?? 0,
      atRisk: rows[0]?.at_risk ?? 0,
      changes: await readChanges(client, organisationId, ownerId, since),
      wavering: await readWavering(client, organisationId, ownerId),
      renewals: await readRenewals(client, organisationId, ownerId),
      ending: await readEndingJudgements(client, organisationId, ownerId),
    };
  });
}

/** Whether a run looked at everyone one to three days before the scores on screen. */
async function wasScoredYesterday(client: PoolClient, organisationId: number): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM score_run r JOIN score_run seen ON seen.organisation_id = g.id AND seen.id = g.current_score_run_id
       WHERE r.organisation_id = g.id AND r.finished_at IS NOT NULL
         AND r.as_of BETWEEN seen.as_of - interval '3 days' AND seen.as_of - interval '1 day') AS found
     FROM organisation g WHERE g.id = $1`,
    [organisationId],
  );
  return rows[0]?.found === true;
}

type StoredWavering = StoredBookRow &
  Readonly<{ total: number; entered_at: Date | null; time_zone: string; horizon_days: number }>;

async function readWavering(client: PoolClient, organisationId: number, ownerId: number): Promise<Book["wavering"]> {
  const { rows } = await client.query<StoredWavering>(
    `SELECT ${BOOK_COLUMNS}, NULL::float8 AS log_odds_change, count(*) OVER ()::int AS total, g.time_zone, g.horizon_days,
            ${STAGE_ENTERED_AT} AS entered_at
     ${OWN_BOOK} AND s.stage = 'wavering' ORDER BY s.risk_order DESC, s.customer_id LIMIT ${MOST_WAVERING}`,
    [organisationId, ownerId],
  );
  return { count: rows[0]?.total ?? 0, rows: rows.map(toWaveringRow) };
}

function toWaveringRow({ entered_at, time_zone, horizon_days, ...stored }: StoredWavering): BookRow {
  const row = toBookRow({ ...stored, stage_since: entered_at ?? stored.stage_since });
  const left = timeLeft({
    stage: "wavering",
    renewsOn: row.renewsOn,
    stageSince: isoDay(row.stageSinceMs, time_zone),
    horizonDays: horizon_days,
    today: isoDay(stored.as_of.getTime(), time_zone),
  });
  return left ? { ...row, timeLeft: left } : row;
}
