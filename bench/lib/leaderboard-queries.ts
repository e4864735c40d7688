import { encodeCursor } from "@/lib/customers/list-cursor";
import { withTenantClient } from "@/lib/db/with-tenant-client";

/** Addresses under /api/v1, by what they measure. */
export type LeaderboardQueries = Readonly<Record<"firstPage" | "deepPage" | "filters" | "search" | "count", string[]>>;

const SORTS = ["-risk", "-valueAtRisk", "-change7d", "renewsOn", "name"];

/** Three at a time, from everyday ones to some that fit few. */
const FILTERS = [
  "band=critical&owner=owner17@bench.example&stage=current",
  "band=at-risk&category=complaint&renewsWithin=30",
  "band=watch&category=support&mrrFrom=1000",
  "stage=wavering&renewsWithin=90&change=worse",
  "owner=owner3@bench.example&category=payment&change=any",
  "owner=none&band=critical&mrrTo=200",
  "stage=established&category=usage&renewsWithin=14",
  "tag=reference&band=critical&stage=current",
  "tag=key account&change=worse&mrrFrom=500",
  "traits=plan=business&band=at-risk&renewsWithin=60",
  "stage=departed&category=contract&owner=owner40@bench.example",
  "band=calm&change=better&mrrFrom=5000&sort=-valueAtRisk",
];
const SEARCHES = ["Kestelbird Hotels", "0004711", "solinara", "tamin", "Marine 90", "al", "no such name"];
const COUNTS = ["", "band=critical", "owner=owner17@bench.example", ...FILTERS];

/** What is asked of an organisation; deep pages start at customers anywhere in the order. */
export async function leaderboardQueries(organisationId: number): Promise<LeaderboardQueries> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ risk_order: number; customer_id: number }>(
      `SELECT s.risk_order, s.customer_id FROM score s JOIN organisation g ON g.id = s.organisation_id AND g.current_score_run_id = s.run_id
       WHERE s.organisation_id = $1 ORDER BY hashint4(s.customer_id) LIMIT 40`,
      [organisationId],
    ),
  );
  const cursors = rows.map((row) =>
    encodeCursor({ sort: "-risk", value: String(row.risk_order), customerId: row.customer_id }),
  );
  return {
    firstPage: SORTS.map((sort) => `/customers?stage=current&sort=${sort}`),
    deepPage: cursors.map((cursor) => `/customers?sort=-risk&cursor=${cursor}`),
    filters: FILTERS.map((filter) => `/customers?${encodeURI(filter)}`),
    search: SEARCHES.map((text) => `/customers?stage=current&q=${encodeURIComponent(text)}`),
    count: COUNTS.map((filter) => `/customer-count?${encodeURI(filter)}`),
  };
}
