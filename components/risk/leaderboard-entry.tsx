import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { JudgedMark } from "@/components/judgements/judged-mark";
import { PendingMark } from "@/components/ui/pending-mark";
import type { Band } from "@/lib/bands/bands";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import type { RowExtras } from "@/lib/customers/load-row-extras";
import { formatDate } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { LeaderboardColumn } from "@/lib/schemas/leaderboard-look";
import { BandMark } from "./band-mark";
import { customerPath } from "./customer-path";
import { LeaderboardCell } from "./leaderboard-cell";
import { CELL, DENSE_HIDES } from "./leaderboard-cell-class";
import { SelectBox } from "./select-box";

const EDGES: Readonly<Record<Band, string>> = {
  calm: "border-s-calm",
  watch: "border-s-watch",
  "at-risk": "border-s-at-risk",
  critical: "border-s-critical",
};

type EntryProps = Readonly<{
  row: LeaderboardRow;
  extras?: RowExtras;
  columns: readonly LeaderboardColumn[];
  timeZone: string;
  /** For whoever may change customers. */
  selectable?: boolean;
}>;

/** One customer: a row of the table where there is room, a small stack of lines where there is not. */
export function LeaderboardEntry({ row, extras, columns, timeZone, selectable }: EntryProps) {
  const t = useTranslations("risk");
  const board = useTranslations("board");
  const locale = localeOf(useLocale());
  const risk = formatRisk(row.probability);
  return (
    <tr
      className={`relative grid grid-cols-[3.5rem_repeat(3,minmax(0,1fr))] gap-x-3 gap-y-1.5 border-b border-s-3 border-line py-3 ps-3 transition-colors hover:bg-sunken/60 @4xl:table-row @4xl:border-b-0 ${EDGES[row.band]}`}
    >
      {selectable ? (
        <td className={`col-start-1 row-start-3 self-end @4xl:w-9 ${CELL} @4xl:pe-0`}>
          <SelectBox id={row.externalId} label={board("bulk.select", { name: row.name })} />
        </td>
      ) : null}
      <td className={`row-start-1 ${selectable ? "row-span-2" : "row-span-3"} ${CELL} @4xl:ps-3.5`}>
        <span className="grid gap-1 @4xl:flex @4xl:items-baseline @4xl:gap-2.5">
          <span className="text-xl leading-6 font-semibold tabular-nums @4xl:min-w-8 @4xl:text-end @4xl:text-lg">
            <span aria-hidden>{risk}</span>
            <span className="sr-only">{t("riskOf", { risk, band: t(`bands.${row.band}`) })}</span>
          </span>
          <span aria-hidden className="flex items-center gap-1.5 text-xs whitespace-nowrap text-muted">
            <BandMark band={row.band} className="size-2.5" />
            {t(`bands.${row.band}`)}
          </span>
        </span>
        {row.judgement ? <JudgedMark judgement={row.judgement} timeZone={timeZone} /> : null}
      </td>
      <th scope="row" className={`col-span-2 col-start-2 row-start-1 text-start font-normal ${CELL}`}>
        <Link
          prefetch={false}
          href={customerPath(row.externalId)}
          title={row.name}
          data-row-link
          className="line-clamp-2 font-medium text-ink no-underline after:absolute after:inset-0 hover:underline @4xl:block @4xl:truncate"
        >
          <bdi>{row.name}</bdi>
          <PendingMark />
        </Link>
        <span className={`block truncate text-xs text-faint ${DENSE_HIDES}`}>
          {t(`stages.${row.stage}`)}
          {extras?.snoozedUntil
            ? ` · ${board("snoozedUntil", { date: formatDate(extras.snoozedUntil, locale) })}`
            : null}
        </span>
      </th>
      {columns.map((column) => (
        <LeaderboardCell key={column} column={column} row={row} extras={extras} timeZone={timeZone} />
      ))}
    </tr>
  );
}
