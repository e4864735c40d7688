import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { standingJudgements } from "@/lib/judgements/standing-judgements";
import { PERSON_DISAGREES } from "@/lib/judgements/standing-overrides";
import type { CustomerListQuery } from "@/lib/schemas/customer-list";
import type { LeaderboardRow } from "./leaderboard-row";
import { decodeCursor, encodeCursor } from "./list-cursor";
import { LIST_SORTS, splitSort } from "./list-sorts";
import { type StoredRow, toLeaderboardRow } from "./to-leaderboard-row";
import { visibleCustomers } from "./visible-customers";
import { withJudgement } from "./with-judgement";

export type CustomerList = Readonly<{ items: LeaderboardRow[]; nextCursor: string | null }>;

type ListedRow = StoredRow & Readonly<{ id: number; sort_value: string; currency: string }>;

/**
 * One page of the leaderboard, by keyset: the cost is the page, however deep it lies.
 * Customers without a score yet are not listed; they appear with the next run.
 * @throws AppError bad-request for a cursor that is none
 */
export async function listCustomers(member: Member, query: CustomerListQuery): Promise<CustomerList> {
  const { name, direction } = splitSort(query.sort);
  const { expression, type } = LIST_SORTS[name];
  const parameters: unknown[] = [member.organisationId];
  const conditions = [visibleCustomers(member, parameters), ...filters(query, parameters)];
  if (query.cursor !== undefined) {
    const after = decodeCursor(query.cursor, query.sort);
    parameters.push(after.value, after.customerId);
    const value = `$${parameters.length - 1}::text::${type}`;
    const comparison = direction === "DESC" ? "<" : ">";
    // Spelled out because the customer always ascends: a row comparison would turn it round with a descending value.
    conditions.push(
      `(${expression} ${comparison}= ${value} AND (${expression} ${comparison} ${value} OR s.customer_id > $${parameters.length}))`,
    );
  }
  parameters.push(query.limit + 1);
  const statement = `
    SELECT c.id, c.external_id, c.name, c.mrr_minor, coalesce(c.currency, g.currency) AS currency, c.renews_on::text,
           m.name AS owner_name, s.probability, s.band, s.stage, s.evidence, s.change_7d, s.value_at_risk_minor,
           s.top_reason, s.as_of, ${expression}::text AS sort_value
    FROM organisation g
    JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id
    JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id
    LEFT JOIN member m ON m.organisation_id = c.organisation_id AND m.id = c.owner_id
    WHERE g.id = $1 AND ${conditions.join(" AND ")}
    ORDER BY ${expression} ${direction}, s.customer_id LIMIT $${parameters.length}`;
  const { rows, judged } = await withTenantClient(member.organisationId, async (client) => {
    const { rows } = await client.query<ListedRow>(statement, parameters);
    return { rows, judged: await standingJudgements(client, member.organisationId, rows) };
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > query.limit && last
      ? encodeCursor({ sort: query.sort, value: last.sort_value, customerId: last.id })
      : null;
  return { items: page.map((row) => withJudgement(toLeaderboardRow(row), judged.get(row.id))), nextCursor };
}

function filters(query: CustomerListQuery, parameters: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  if (query.band) add(query.band, (band) => `s.band = ${band}`);
  if (query.stage === "current") conditions.push("s.stage <> 'departed'");
  if (query.stage === "departed") conditions.push("s.stage = 'departed'");
  if (query.judgement === "disagrees") conditions.push(PERSON_DISAGREES);
  if (query.owner === "none") conditions.push("c.owner_id IS NULL");
  else if (query.owner !== undefined) add(query.owner, (owner) => `(m.id::text = ${owner} OR m.email = ${owner})`);
  if (query.q) {
    add(`%${query.q.replace(/[\\%_]/g, "\\$&")}%`, (q) => `(c.name ILIKE ${q} OR c.external_id ILIKE ${q})`);
  }
  return conditions;
}
