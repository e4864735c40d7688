import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PendingMark } from "@/components/ui/pending-mark";
import type { CustomerSort } from "@/lib/schemas/customer-list";
import { type LeaderboardSearch, leaderboardHref } from "./leaderboard-href";

type Column = Readonly<{
  key: "risk" | "customer" | "why" | "change7d" | "valueAtRisk" | "renewsOn" | "owner";
  /** The sort that a first click asks for; the second asks for the other direction. */
  sorts?: readonly [CustomerSort, CustomerSort];
  className: string;
  end?: true;
}>;

const COLUMNS: readonly Column[] = [
  { key: "risk", sorts: ["-risk", "risk"], className: "w-34 ps-3.5" },
  { key: "customer", sorts: ["name", "-name"], className: "w-[19%]" },
  { key: "why", className: "" },
  { key: "change7d", sorts: ["-change7d", "change7d"], className: "w-20", end: true },
  { key: "valueAtRisk", sorts: ["-valueAtRisk", "valueAtRisk"], className: "w-30", end: true },
  { key: "renewsOn", sorts: ["renewsOn", "-renewsOn"], className: "w-32" },
  { key: "owner", className: "w-[11%]" },
];

/** The column headings; those that sort are links and say how the table is sorted now. */
export function LeaderboardHead({ search }: Readonly<{ search: LeaderboardSearch }>) {
  const t = useTranslations("risk.columns");
  return (
    <thead className="hidden @4xl:table-header-group">
      <tr>
        {COLUMNS.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={sortedAs(column, search.sort)}
            title={t.has(`${column.key}Title`) ? t(`${column.key}Title`) : undefined}
            className={`h-9 border-b border-line px-3 text-sm font-medium whitespace-nowrap text-muted ${column.end ? "text-end" : "text-start"} ${column.className}`}
          >
            {column.sorts ? <SortLink column={column} sorts={column.sorts} search={search} /> : t(column.key)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type SortLinkProps = Readonly<{
  column: Column;
  sorts: readonly [CustomerSort, CustomerSort];
  search: LeaderboardSearch;
}>;

function SortLink({ column, sorts, search }: SortLinkProps) {
  const t = useTranslations("risk.columns");
  const [first, second] = sorts;
  const current = sorts.includes(search.sort);
  const Arrow = search.sort.startsWith("-") ? ArrowDown : ArrowUp;
  return (
    <Link
      prefetch={false}
      href={leaderboardHref(search, { sort: search.sort === first ? second : first })}
      className={`inline-flex items-center gap-1 no-underline transition-colors hover:text-ink ${current ? "text-ink" : "text-muted"}`}
    >
      {t(column.key)}
      {current ? <Arrow aria-hidden className="size-3.5" /> : null}
      <PendingMark />
    </Link>
  );
}

function sortedAs(column: Column, sort: CustomerSort): "ascending" | "descending" | undefined {
  if (!column.sorts?.includes(sort)) return undefined;
  return sort.startsWith("-") ? "descending" : "ascending";
}
