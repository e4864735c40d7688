import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PendingMark } from "@/components/ui/pending-mark";
import type { CustomerSort } from "@/lib/schemas/customer-list";
import type { LeaderboardColumn } from "@/lib/schemas/leaderboard-look";
import { type LeaderboardSearch, leaderboardHref } from "./leaderboard-href";

type Column = Readonly<{
  /** The sort that a first click asks for; the second asks for the other direction. */
  sorts?: readonly [CustomerSort, CustomerSort];
  className: string;
  end?: true;
}>;

const COLUMNS: Readonly<Record<LeaderboardColumn | "risk" | "customer", Column>> = {
  risk: { sorts: ["-risk", "risk"], className: "w-34 ps-3.5" },
  customer: { sorts: ["name", "-name"], className: "w-[19%]" },
  trend: { className: "w-22" },
  why: { className: "" },
  change7d: { sorts: ["-change7d", "change7d"], className: "w-20", end: true },
  valueAtRisk: { sorts: ["-valueAtRisk", "valueAtRisk"], className: "w-30", end: true },
  mrr: { className: "w-28", end: true },
  timeLeft: { className: "w-42" },
  renewsOn: { sorts: ["renewsOn", "-renewsOn"], className: "w-32" },
  owner: { className: "w-[11%]" },
  tags: { className: "w-[11%]" },
};

type HeadProps = Readonly<{ search: LeaderboardSearch; columns: readonly LeaderboardColumn[]; selectable: boolean }>;

/** The column headings; those that sort are links and say how the table is sorted now. */
export function LeaderboardHead({ search, columns, selectable }: HeadProps) {
  const t = useTranslations("risk.columns");
  const board = useTranslations("board.bulk");
  return (
    <thead className="hidden @4xl:table-header-group">
      <tr>
        {selectable ? (
          <th scope="col" className="h-9 w-9 border-b border-line">
            <span className="sr-only">{board("column")}</span>
          </th>
        ) : null}
        {(["risk", "customer", ...columns] as const).map((key) => (
          <th
            key={key}
            scope="col"
            aria-sort={sortedAs(COLUMNS[key], search.sort)}
            title={t.has(`${key}Title`) ? t(`${key}Title`) : undefined}
            className={`h-9 border-b border-line px-3 text-sm font-medium whitespace-nowrap text-muted ${COLUMNS[key].end ? "text-end" : "text-start"} ${COLUMNS[key].className}`}
          >
            <Heading name={t(key)} column={COLUMNS[key]} search={search} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

type HeadingProps = Readonly<{ name: string; column: Column; search: LeaderboardSearch }>;

function Heading({ name, column, search }: HeadingProps) {
  if (!column.sorts) return name;
  const [first, second] = column.sorts;
  const current = column.sorts.includes(search.sort);
  const Arrow = search.sort.startsWith("-") ? ArrowDown : ArrowUp;
  return (
    <Link
      prefetch={false}
      href={leaderboardHref(search, { sort: search.sort === first ? second : first })}
      className={`inline-flex items-center gap-1 no-underline transition-colors hover:text-ink ${current ? "text-ink" : "text-muted"}`}
    >
      {name}
      {current ? <Arrow aria-hidden className="size-3.5" /> : null}
      <PendingMark />
    </Link>
  );
}

function sortedAs(column: Column, sort: CustomerSort): "ascending" | "descending" | undefined {
  if (!column.sorts?.includes(sort)) return undefined;
  return sort.startsWith("-") ? "descending" : "ascending";
}
