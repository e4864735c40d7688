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
export type LeaderboardConditions = Conditions & Readonly<{ values: StatementValues }>;

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
    indexed: [...indexed, ...ofScore.indexed, ...ofCustomer.indexed],
    other: [...ofScore.other, ...ofCustomer.other],
    values,
  };
}
