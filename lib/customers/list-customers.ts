import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import { bandOf } from "@/lib/bands/band-of";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { timeLeft } from "@/lib/journey/time-left";
import { standingJudgements } from "@/lib/judgements/standing-judgements";
import type { CustomerListQuery, CustomerSelection } from "@/lib/schemas/customer-list";
import { leaderboardConditions } from "./leaderboard-conditions";
import { type LeaderboardHead, readLeaderboardHead } from "./leaderboard-head";
import type { LeaderboardRow } from "./leaderboard-row";
import { encodeCursor } from "./list-cursor";
import { splitSort } from "./list-sorts";
import { hasText } from "./narrow-customers";
import { pageStatement } from "./page-statement";
import { STAGE_ENTERED_AT } from "./stage-entered-at";
import type { StatementValues } from "./statement-values";
import { type StoredRow, toLeaderboardRow } from "./to-leaderboard-row";
import { visibleCustomers } from "./visible-customers";
import { withJudgement } from "./with-judgement";

export type CustomerList = Readonly<{ items: LeaderboardRow[]; nextCursor: string | null }>;

type ListedRow = Omit<StoredRow, "band"> &
  Readonly<{ id: number; sort_value: string; currency: string; stage_since: string }>;

/** A text of so few letters is in many names: a page of them is never far, and looking all of them up takes longer. */
const SHORT_TEXT = 3;
const LOOKED_AT = 2_000;

/**
 * One page of the leaderboard, by keyset. Customers without a score yet are not listed; they appear with the next run.
 * @throws AppError bad-request for a cursor that is none
 */
export async function listCustomers(
  member: Member,
  query: CustomerListQuery & CustomerSelection,
): Promise<CustomerList> {
  return withTenantClient(member.organisationId, async (client) => {
    const head = await readLeaderboardHead(client, member.organisationId);
    if (!head) return { items: [], nextCursor: null };
    const found = await findRows(client, member, query, head);
    const judged = await standingJudgements(client, member.organisationId, found);
    const { items, nextCursor } = toPage(found, query, head);
    return { items: items.map(({ id, row }) => withJudgement(row, judged.get(id))), nextCursor };
  });
}

async function findRows(
  client: PoolClient,
  member: Member,
  query: CustomerListQuery & CustomerSelection,
  head: LeaderboardHead,
): Promise<ListedRow[]> {
  const { direction } = splitSort(query.sort);
  if (query.q !== undefined && query.q.length <= SHORT_TEXT) {
    const near = await leaderboardConditions(client, member, { ...query, q: undefined }, head);
    near.other.push(hasText(query.q, near.values));
    const picked = pageStatement(query, near, LOOKED_AT);
    const rows = await readRows(client, member, { head, values: near.values, picked, direction });
    if (rows.length > query.limit) return rows;
  }
  const conditions = await leaderboardConditions(client, member, query, head);
  const picked = pageStatement(query, conditions);
  return readRows(client, member, { head, values: conditions.values, picked, direction });
}

type Picked = Readonly<{ head: LeaderboardHead; values: StatementValues; picked: string; direction: string }>;

/**
 * The rows of the customers that were picked, whose owner is looked at once more: a score may lag behind for a moment.
 * Since when a customer wavers only the stages that were recorded know: a score knows of its own moment alone.
 */
async function readRows(
  client: PoolClient,
  member: Member,
  { head, values, picked, direction }: Picked,
): Promise<ListedRow[]> {
  const visible = visibleCustomers(member, values.list);
  const { rows } = await client.query<ListedRow>(
    `SELECT c.id, c.external_id, c.name, c.mrr_minor, coalesce(c.currency, ${values.add(head.currency)}) AS currency,
            c.renews_on::text, m.name AS owner_name, s.probability, s.stage, s.evidence, s.change_7d,
            s.value_at_risk_minor, s.top_reason, s.as_of, picked.sort_value::text,
            (coalesce(CASE WHEN s.stage = 'wavering' THEN ${STAGE_ENTERED_AT} END, s.stage_since)
              AT TIME ZONE ${values.add(head.timeZone)})::date::text AS stage_since
     FROM (${picked}) picked
     JOIN score s ON s.organisation_id = $1 AND s.run_id = $2 AND s.customer_id = picked.customer_id
     JOIN customer c ON c.organisation_id = $1 AND c.id = picked.customer_id
     LEFT JOIN member m ON m.organisation_id = $1 AND m.id = c.owner_id
     WHERE ${visible} ORDER BY picked.sort_value ${direction}, picked.customer_id`,
    values.list,
  );
  return rows;
}

function toPage(found: readonly ListedRow[], query: CustomerListQuery, head: LeaderboardHead) {
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const nextCursor =
    found.length > query.limit && last
      ? encodeCursor({ sort: query.sort, value: last.sort_value, customerId: last.id })
      : null;
  const items = page.map((row) => ({
    id: row.id,
    row: withTimeLeft(toLeaderboardRow({ ...row, band: bandOf(row.probability, head.floors) }), row.stage_since, head),
  }));
  return { items, nextCursor };
}

function withTimeLeft(row: LeaderboardRow, stageSince: string, { horizonDays, day }: LeaderboardHead): LeaderboardRow {
  const left = timeLeft({ stage: row.stage, renewsOn: row.renewsOn, stageSince, horizonDays, today: day });
  return left ? { ...row, timeLeft: left } : row;
}
