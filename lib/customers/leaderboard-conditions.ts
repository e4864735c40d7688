import type { PoolClient } from "pg";
import type { Member } from "@/lib/auth/member";
import type { CustomerSelection } from "@/lib/schemas/customer-list";
import type { LeaderboardHead } from "./leaderboard-head";
import { narrowCustomers } from "./narrow-customers";
import { ownerCondition } from "./owner-condition";
import { type Conditions, scoreConditions } from "./score-conditions";
import { StatementValues } from "./statement-values";
import { seesOnlyOwnBook } from "./visible-customers";

/** The conditions over `score s`, with the values that their places stand for. */
export type LeaderboardConditions = Conditions &
  Readonly<{
    /** Parts of the order by risk, one of which a customer lies in: asked one by one, an index finds each. */
    ranges: string[];
    /** Whether `other` looks at a row of another table for each entry, which takes ten times as long. */
    looksUp: boolean;
    values: StatementValues;
  }>;

/** The ranges as one condition. */
export function inAnyOf(ranges: readonly string[]): string {
  return `(${ranges.join(" OR ")})`;
}

/** Which customers of a run are asked for, among those that the member may see. */
export async function leaderboardConditions(
  client: PoolClient,
  member: Member,
  query: CustomerSelection,
  head: LeaderboardHead,
): Promise<LeaderboardConditions> {
  const { organisationId } = member;
  const values = new StatementValues();
  const indexed = [`s.organisation_id = ${values.add(organisationId)} AND s.run_id = ${values.add(head.runId)}`];
  if (seesOnlyOwnBook(member)) indexed.push(`s.owner_id = ${values.add(member.id)}`);
  indexed.push(...(await ownerCondition(client, member, query.owner, values)));
  const ofScore = scoreConditions(query, head, values);
  const ofCustomer = await narrowCustomers(client, { organisationId, query, head }, values);
  return {
    ranges: ofScore.ranges,
    indexed: [...indexed, ...ofScore.indexed, ...ofCustomer.indexed],
    other: [...ofScore.other, ...ofCustomer.other],
    looksUp: ofCustomer.other.length > 0,
    values,
  };
}
