import type { PoolClient } from "pg";
import { traitsOf } from "@/lib/customers/traits-of";
import type { DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import type { CustomerFacts } from "@/lib/scoring/types";

/** Few enough to be garbage soon after they are read, before the collector takes them for something that stays. */
const PAGE_ROWS = 500;
const NO_OUTCOMES: readonly DatedOutcome[] = [];

/** What scoring and stages need of a customer besides touchpoints. */
export type CustomerRecord = Readonly<{
  id: number;
  externalId: string;
  facts: CustomerFacts;
  outcomes: readonly DatedOutcome[];
}>;

type CustomerRow = Readonly<{
  id: number;
  external_id: string;
  started_ms: number | null;
  renews_ms: number | null;
  mrr_minor: string | null;
  traits: unknown;
  /** In no order. */
  outcomes: readonly (readonly [id: number, type: DatedOutcome["type"], occurredOnMs: number])[] | null;
}>;

/** Pages of customers in id order, by keyset; only the given ones, each once, when ids are given. */
export async function* customerPages(
  source: Readonly<{ organisationId: number; customerClient: PoolClient; customerIds?: readonly number[] }>,
): AsyncGenerator<CustomerRecord[]> {
  if (source.customerIds) {
    const ids = [...new Set(source.customerIds)].sort((a, b) => a - b);
    for (let from = 0; from < ids.length; from += PAGE_ROWS) {
      yield await readPage(source, "c.id = ANY ($2)", ids.slice(from, from + PAGE_ROWS));
    }
    return;
  }
  let after = 0;
  for (;;) {
    const page = await readPage(source, "c.id > $2", after);
    yield page;
    if (page.length < PAGE_ROWS) return;
    after = page.at(-1)?.id ?? after;
  }
}

async function readPage(
  source: Readonly<{ organisationId: number; customerClient: PoolClient }>,
  condition: string,
  parameter: number | readonly number[],
): Promise<CustomerRecord[]> {
  const { rows } = await source.customerClient.query<CustomerRow>(
    `SELECT c.id, c.external_id, c.mrr_minor, c.traits,
            extract(epoch FROM c.started_on::timestamp AT TIME ZONE 'UTC')::float8 * 1000 AS started_ms,
            extract(epoch FROM c.renews_on::timestamp AT TIME ZONE 'UTC')::float8 * 1000 AS renews_ms,
            (SELECT json_agg(json_build_array(o.id, o.type,
                  extract(epoch FROM o.occurred_on::timestamp AT TIME ZONE 'UTC')::float8 * 1000))
             FROM outcome o WHERE o.organisation_id = c.organisation_id AND o.customer_id = c.id) AS outcomes
     FROM customer c
     WHERE c.organisation_id = $1 AND ${condition}
     ORDER BY c.id LIMIT ${PAGE_ROWS}`,
    [source.organisationId, parameter],
  );
  return rows.map(toRecord);
}

function toRecord(row: CustomerRow): CustomerRecord {
  return {
    id: row.id,
    externalId: row.external_id,
    facts: {
      startedOnMs: row.started_ms,
      renewsOnMs: row.renews_ms,
      mrrMinor: row.mrr_minor === null ? null : Number(row.mrr_minor),
      traits: traitsOf(row.traits),
    },
    outcomes: row.outcomes === null ? NO_OUTCOMES : inOrder(row.outcomes),
  };
}

/** Most customers have none or one: the server need not sort for each of them. */
function inOrder(outcomes: NonNullable<CustomerRow["outcomes"]>): readonly DatedOutcome[] {
  return [...outcomes]
    .sort(([oneId, , oneMs], [otherId, , otherMs]) => oneMs - otherMs || oneId - otherId)
    .map(([, type, occurredOnMs]) => ({ type, occurredOnMs }));
}
