import type { CustomerListQuery } from "@/lib/schemas/customer-list";
import { inAnyOf, type LeaderboardConditions } from "./leaderboard-conditions";
import { decodeCursor } from "./list-cursor";
import { LIST_SORTS, splitSort } from "./list-sorts";
import type { StatementValues } from "./statement-values";

type PageQuery = Pick<CustomerListQuery, "sort" | "cursor" | "limit">;

/**
 * SQL for one page of the leaderboard and one customer more, in its order: `customer_id` and `sort_value`. The cost is the
 * page, however deep it lies, as long as filters leave one customer in a few thousand.
 * @param lookedAt only so many entries from where the page starts are looked at: then it may not fill although there are more
 * @throws AppError bad-request for a cursor that is none
 */
export function pageStatement(
  query: PageQuery,
  { ranges, indexed, other, values }: LeaderboardConditions,
  lookedAt?: number,
): string {
  const { name, direction } = splitSort(query.sort);
  const { expression } = LIST_SORTS[name];
  const join = expression.includes("c.")
    ? "JOIN customer c ON c.organisation_id = s.organisation_id AND c.id = s.customer_id"
    : "";
  const conditions = [...indexed, ...afterCursor(query, values)];
  const order = `ORDER BY sort_value ${direction}, customer_id`;
  const page = `${order} LIMIT ${values.add(query.limit + 1)}`;
  const few = lookedAt === undefined ? "" : `${order} LIMIT ${values.add(lookedAt)}`;
  const pageIn = (range: string) =>
    lookedAt === undefined
      ? `(SELECT s.customer_id, ${expression} AS sort_value FROM score s ${join}
          WHERE ${[range, ...conditions, ...other].join(" AND ")} ${page})`
      : `(SELECT customer_id, sort_value
          FROM (SELECT s.customer_id, ${expression} AS sort_value, ${other.join(" AND ") || "true"} AS fits FROM score s ${join}
                WHERE ${[range, ...conditions].join(" AND ")} ${few}) looked_at
          WHERE fits ${page})`;
  // In the order by risk each range is a stretch of its own; in any other its customers lie scattered. What is looked at has
  // to be one stretch: of the first range's customers none may be left out while the second's are taken.
  const pages = (name === "risk" && lookedAt === undefined ? ranges : [inAnyOf(ranges)]).map(pageIn);
  return pages.length > 1 ? `${pages.join(" UNION ALL ")} ${page}` : pages.join();
}

/** Spelled out because the customer always ascends: a row comparison would turn it round with a descending value. */
function afterCursor({ cursor, sort }: PageQuery, values: StatementValues): string[] {
  if (cursor === undefined) return [];
  const { name, direction } = splitSort(sort);
  const { expression, type } = LIST_SORTS[name];
  const after = decodeCursor(cursor, sort);
  const value = `${values.add(after.value)}::text::${type}`;
  const comparison = direction === "DESC" ? "<" : ">";
  return [
    `(${expression} ${comparison}= ${value} AND (${expression} ${comparison} ${value} OR s.customer_id > ${values.add(after.customerId)}))`,
  ];
}
