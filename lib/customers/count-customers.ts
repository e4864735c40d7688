import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { CustomerFilterQuery } from "@/lib/schemas/customer-list";
import { leaderboardConditions } from "./leaderboard-conditions";
import { readLeaderboardHead } from "./leaderboard-head";

const MOST_COUNTED = 10_000;

/** How many customers a filter leaves; `capped` says that there are at least so many, and perhaps more. */
export type CustomerCount = Readonly<{ customers: number; capped: boolean }>;

/** Counts up to 10,000: nobody reads further, and a count of everyone would read everyone. */
export async function countCustomers(member: Member, query: CustomerFilterQuery): Promise<CustomerCount> {
  return withTenantClient(member.organisationId, async (client) => {
    const head = await readLeaderboardHead(client, member.organisationId);
    if (!head) return { customers: 0, capped: false };
    const { conditions, values } = await leaderboardConditions(client, member, query, head);
    const { rows } = await client.query<{ customers: number }>(
      `SELECT count(*)::int AS customers
       FROM (SELECT FROM score s WHERE ${conditions.join(" AND ")} LIMIT ${values.add(MOST_COUNTED + 1)}) few`,
      values.list,
    );
    const customers = rows[0]?.customers ?? 0;
    return { customers: Math.min(customers, MOST_COUNTED), capped: customers > MOST_COUNTED };
  });
}
