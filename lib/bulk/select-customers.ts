import type { PoolClient } from "pg";
import { makeMember } from "@/lib/auth/make-member";
import { systemMember } from "@/lib/auth/system-member";
import { inAnyOf, leaderboardConditions } from "@/lib/customers/leaderboard-conditions";
import { readLeaderboardHead } from "@/lib/customers/leaderboard-head";
import { visibleCustomers } from "@/lib/customers/visible-customers";
import type { BulkSelection } from "@/lib/schemas/bulk-change";
import { customerFilterQuery } from "@/lib/schemas/customer-list";

type Book = Readonly<{ organisationId: number; bookOfId: number | null; memberId: number | null }>;

/** The customers that a bulk change is about, in id order; of a book, only those that are in it now. */
export async function selectCustomers(client: PoolClient, book: Book, selection: BulkSelection): Promise<number[]> {
  const { organisationId, bookOfId, memberId } = book;
  const member = makeMember({
    ...systemMember(organisationId),
    id: memberId,
    ...(bookOfId === null ? {} : { id: bookOfId, role: "manager", managerScope: "own-book" }),
  });
  if ("externalIds" in selection) {
    const parameters: unknown[] = [organisationId, selection.externalIds];
    const visible = visibleCustomers(member, parameters);
    const { rows } = await client.query<{ id: number }>(
      `SELECT c.id FROM customer c WHERE c.organisation_id = $1 AND c.external_id = ANY ($2::text[]) AND ${visible} ORDER BY c.id`,
      parameters,
    );
    return rows.map((row) => row.id);
  }
  const head = await readLeaderboardHead(client, organisationId);
  if (!head) return [];
  const query = customerFilterQuery.parse(selection.query);
  const { ranges, indexed, other, values } = await leaderboardConditions(client, member, query, head);
  const visible = visibleCustomers(member, values.list);
  const { rows } = await client.query<{ id: number }>(
    `SELECT c.id FROM score s JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id
     WHERE ${[inAnyOf(ranges), ...indexed, ...other].join(" AND ")} AND ${visible} ORDER BY c.id`,
    values.list,
  );
  return rows.map((row) => row.id);
}
