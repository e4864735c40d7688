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
import { decodeCursor, encodeCursor } from "./list-cursor";
import { LIST_SORTS, splitSort } from "./list-sorts";
import type { StatementValues } from "./statement-values";
import { type StoredRow, toLeaderboardRow } from "./to-leaderboard-row";
import { visibleCustomers } from "./visible-customers";
import { withJudgement } from "./with-judgement";

export type CustomerList = Readonly<{ items: LeaderboardRow[]; nextCursor: string | null }>;

type ListedRow = Omit<StoredRow, "band"> &
  Readonly<{ id: number; sort_value: string; currency: string; stage_since: string }>;

/**
 * One page of the leaderboard, by keyset: the cost is the page, however deep it lies, as long as filters leave one customer
 * in a few thousand. Customers without a score yet are not listed; they appear with the next run.
 * @throws AppError bad-request for a cursor that is none
 */
export async function listCustomers(
  member: Member,
  query: CustomerListQuery & CustomerSelection,
): Promise<CustomerList> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort);
  return withTenantClient(member.organisationId, async (client) => {
    const head = await readLeaderboardHead(client, member.organisationId);
    if (!head) return { items: [], nextCursor: null };
    const { indexed, other, values } = await leaderboardConditions(client, member, query, head);
    const conditions = [...indexed, ...other];
    const { name, direction } = splitSort(query.sort);
    const { expression, type } = LIST_SORTS[name];
    if (after) {
      const value = `${values.add(after.value)}::text::${type}`;
      const comparison = direction === "DESC" ? "<" : ">";
      // Spelled out because the customer always ascends: a row comparison would turn it round with a descending value.
      conditions.push(
        `(${expression} ${comparison}= ${value} AND (${expression} ${comparison} ${value} OR s.customer_id > ${values.add(after.customerId)}))`,
      );
    }
    const isOfCustomer = expression.includes("c.");
    const found = await readRows(client, member, {
      head,
      values,
      picked: `
      SELECT s.customer_id, ${expression} AS sort_value FROM score s
      ${isOfCustomer ? "JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id" : ""}
      WHERE ${conditions.join(" AND ")}
      ORDER BY sort_value ${direction}, s.customer_id LIMIT ${values.add(query.limit + 1)}`,
      direction,
    });
    const judged = await standingJudgements(client, member.organisationId, found);
    const { items, nextCursor } = toPage(found, query, head);
    return { items: items.map(({ id, row }) => withJudgement(row, judged.get(id))), nextCursor };
  });
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
            (coalesce(CASE WHEN s.stage = 'wavering' THEN (
                SELECT e.entered_at FROM stage_entry e WHERE e.organisation_id = $1 AND e.customer_id = c.id
                ORDER BY e.entered_at DESC LIMIT 1) END, s.stage_since)
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
