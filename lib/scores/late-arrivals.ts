import type { PoolClient } from "pg";
import type { TouchpointColumns } from "@/lib/scoring/types";

/** A touchpoint that was sent after it had happened, by a program rather than in a file. */
type LateRow = Readonly<{
  customer_id: number;
  key: string;
  occurred_ms: number;
  kind_id: number;
  received_ms: number;
}>;

export type LateQuestion = Readonly<{
  organisationId: number;
  client: PoolClient;
  /** Only touchpoints that some as-of instant in between was too early for. */
  firstAsOfMs: number;
  lastAsOfMs: number;
}>;

const PAGE_ROWS = 5_000;

/**
 * Reads, for customers in ascending order of their ids, from when each touchpoint was known. Files are history: what came
 * in one counts as known when it happened. Memory: one page of late touchpoints.
 * @returns for a customer, by touchpoint, the instant from which it was known; undefined where all were known in time
 */
export function lateArrivals(
  question: LateQuestion,
): (customerId: number, touchpoints: TouchpointColumns) => Promise<Float64Array | undefined> {
  let page: readonly LateRow[] = [];
  let at = 0;
  let isLast = false;

  async function next(): Promise<LateRow | undefined> {
    if (at >= page.length && !isLast) {
      page = await readPage(question, page.at(-1));
      at = 0;
      isLast = page.length < PAGE_ROWS;
    }
    return page[at];
  }

  return async (customerId, touchpoints) => {
    let knownFromMs: Float64Array | undefined;
    for (let row = await next(); row && row.customer_id <= customerId; row = await next()) {
      at++;
      if (row.customer_id < customerId) continue;
      knownFromMs ??= touchpoints.occurredAtMs.slice(0, touchpoints.length);
      const place = placeOf(row, touchpoints, knownFromMs);
      if (place >= 0) knownFromMs[place] = row.received_ms;
    }
    return knownFromMs;
  };
}

/** The touchpoint that a row is of: of several alike at one instant, the next that is not yet taken. */
function placeOf(row: LateRow, { occurredAtMs, kindId, length }: TouchpointColumns, knownFromMs: Float64Array): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurredAtMs[middle] ?? 0) < row.occurred_ms) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < length && occurredAtMs[place] === row.occurred_ms; place++) {
    if (kindId[place] === row.kind_id && knownFromMs[place] === row.occurred_ms) return place;
  }
  return -1;
}

async function readPage(question: LateQuestion, after: LateRow | undefined): Promise<readonly LateRow[]> {
  const { rows } = await question.client.query<LateRow>(
    `SELECT customer_id, key, kind_id, round(extract(epoch FROM occurred_at) * 1000)::float8 AS occurred_ms,
            round(extract(epoch FROM received_at) * 1000)::float8 AS received_ms
     FROM touchpoint
     WHERE organisation_id = $1 AND (customer_id, key) > ($2, $3) AND import_id IS NULL
       AND occurred_at <= $5 AND received_at > $4 AND received_at > occurred_at
     ORDER BY customer_id, key LIMIT ${PAGE_ROWS}`,
    [
      question.organisationId,
      after?.customer_id ?? 0,
      after?.key ?? "00000000-0000-0000-0000-000000000000",
      new Date(question.firstAsOfMs),
      new Date(question.lastAsOfMs),
    ],
  );
  return rows;
}
