import type { PoolClient } from "pg";
import { PERSON_DISAGREES } from "@/lib/judgements/standing-overrides";
import type { CustomerSelection } from "@/lib/schemas/customer-list";
import type { WantedTraits } from "@/lib/schemas/wanted-traits";
import type { LeaderboardHead } from "./leaderboard-head";
import type { Conditions } from "./score-conditions";
import { searchPattern } from "./search-pattern";
import type { StatementValues } from "./statement-values";

/** Up to so many customers are taken one by one; of more, the next page in the order is never far. */
const FEW = 6_000;

const OF_CUSTOMER = "c.organisation_id = s.organisation_id AND c.id = s.customer_id";

type Asked = Readonly<{ organisationId: number; query: CustomerSelection; head: LeaderboardHead }>;

/**
 * What is asked of customers beyond their scores. A text, a tag or a snooze that few customers have is looked up first, and
 * the list is then made of those few; one that many have is asked row by row, in the order of the list, until a page is full.
 * Scalar subselects keep the planner from reading all customers first.
 */
export async function narrowCustomers(client: PoolClient, asked: Asked, values: StatementValues): Promise<Conditions> {
  const { query, head } = asked;
  const conditions: string[] = [];
  const few: string[] = [];
  // The ids come and go as PostgreSQL writes them: to read thousands of numbers here would take longer than to find them.
  const lookUp = async (ids: string, parameters: readonly unknown[], otherwise: () => string) => {
    const { rows } = await client.query<{ ids: string | null }>(
      `WITH found AS MATERIALIZED (SELECT ${ids} AS ids)
       SELECT CASE WHEN cardinality(ids) <= ${FEW} THEN ids::text END AS ids FROM found`,
      [asked.organisationId, ...parameters, FEW + 1],
    );
    const found = rows[0]?.ids ?? null;
    if (found === null) conditions.push(otherwise());
    else few.push(found);
  };
  if (query.externalIds) few.push(await idsOf(client, asked.organisationId, query.externalIds));
  if (query.q) {
    const text = query.q;
    await lookUp("find_customers($1, $2, $3)", [searchPattern(text)], () => hasText(text, values));
  }
  if (query.tag) {
    const find = "ARRAY(SELECT customer_id FROM customer_tag WHERE organisation_id = $1 AND tag = $2 LIMIT $3)";
    await lookUp(find, [query.tag], () => isTagged(values.add(query.tag)));
  }
  if (query.snoozed === "only") {
    const find =
      "ARRAY(SELECT customer_id FROM customer_snooze WHERE organisation_id = $1 AND until > $2::date LIMIT $3)";
    await lookUp(find, [head.day], () => `${snooze(values.add(head.day))} IS NOT NULL`);
  }
  if (query.judgement === "disagrees") {
    await lookUp(`ARRAY(${disagreeing("$1")} LIMIT $2)`, [], () => {
      return `s.customer_id IN (${disagreeing(values.add(asked.organisationId))})`;
    });
  }
  if (query.snoozed === "hide") conditions.push(`${snooze(values.add(head.day))} IS NULL`);
  for (const trait of query.traits ?? []) conditions.push(hasTrait(trait, values));
  return { indexed: few.map((ids) => `s.customer_id = ANY (${values.add(ids)}::int[])`), other: conditions };
}

async function idsOf(client: PoolClient, organisationId: number, externalIds: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ ids: string }>(
    "SELECT ARRAY(SELECT id FROM customer WHERE organisation_id = $1 AND external_id = ANY ($2::text[]))::text AS ids",
    [organisationId, externalIds],
  );
  return rows[0]?.ids ?? "{}";
}

/** That a customer's name or id has a text, asked row by row. */
export function hasText(text: string, values: StatementValues): string {
  const pattern = `${values.add(searchPattern(text))}::text`;
  return `(SELECT c.name ~* ${pattern} OR c.external_id ~* ${pattern} FROM customer c WHERE ${OF_CUSTOMER})`;
}

function isTagged(tag: string): string {
  return `(SELECT true FROM customer_tag t WHERE t.organisation_id = s.organisation_id AND t.tag = ${tag} AND t.customer_id = s.customer_id)`;
}

function snooze(day: string): string {
  return `(SELECT z.until FROM customer_snooze z WHERE z.organisation_id = s.organisation_id AND z.customer_id = s.customer_id AND z.until > ${day}::date)`;
}

/** Customers of whom a person thinks otherwise than the model. */
function disagreeing(organisation: string): string {
  return `SELECT s.customer_id FROM organisation g
    JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id
    JOIN (SELECT DISTINCT organisation_id, customer_id FROM judgement) judged
      ON judged.organisation_id = g.id AND judged.customer_id = s.customer_id
    WHERE g.id = ${organisation} AND ${PERSON_DISAGREES}`;
}

/** A value is written as text, and may be a number or a truth value as well. */
function hasTrait({ name, value }: WantedTraits[number], values: StatementValues): string {
  return `(SELECT c.traits ->> ${values.add(name)}::text = ${values.add(value)}::text FROM customer c WHERE ${OF_CUSTOMER})`;
}
