import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { CustomerFilterQuery } from "@/lib/schemas/customer-list";
import { leaderboardConditions } from "./leaderboard-conditions";
import { readLeaderboardHead } from "./leaderboard-head";

const MOST_COUNTED = 10_000;
/** So many entries of an index are looked through, about 30 ms; of what a filter leaves among more, no one is told. */
const MOST_LOOKED_AT = 50_000;
/** The same where a row of another table is asked for each of them. */
const MOST_LOOKED_UP = 10_000;

/** How many customers a filter leaves; `capped` says that there are at least so many, and perhaps more. */
export type CustomerCount = Readonly<{ customers: number; capped: boolean }>;

/** Counts up to 10,000: nobody reads further, and a count of everyone would read everyone. */
export async function countCustomers(member: Member, query: CustomerFilterQuery): Promise<CustomerCount> {
  return withTenantClient(member.organisationId, async (client) => {
    const head = await readLeaderboardHead(client, member.organisationId);
    if (!head) return { customers: 0, capped: false };
    const { ranges, indexed, other, looksUp, values } = await leaderboardConditions(client, member, query, head);
    const effort = looksUp ? MOST_LOOKED_UP : MOST_LOOKED_AT;
    const lookedAt = other.length === 0 ? MOST_COUNTED : effort;
    const entriesIn = (range: string) =>
      `SELECT ${other.join(" AND ") || "true"} AS fits FROM score s WHERE ${[range, ...indexed].join(" AND ")}`;
    const { rows } = await client.query<{ customers: number; looked_at: number }>(
      `SELECT count(*) FILTER (WHERE fits)::int AS customers, count(*)::int AS looked_at
       FROM (${ranges.map(entriesIn).join(" UNION ALL ")} LIMIT ${values.add(lookedAt + 1)}) entries`,
      values.list,
    );
    const { customers, looked_at } = rows[0] ?? { customers: 0, looked_at: 0 };
    const capped = customers > MOST_COUNTED || looked_at > lookedAt;
    return { customers: Math.min(customers, MOST_COUNTED), capped };
  });
}
