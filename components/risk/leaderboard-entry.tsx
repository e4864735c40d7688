import { useLocale, useTranslations } from "next-intl";
import { JudgedMark } from "@/components/judgements/judged-mark";
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
    <tr className={`board-row ${EDGES[row.band]}`}>
      {selectable ? (
        <td className="board-select">
          <SelectBox id={row.externalId} label={board("bulk.select", { name: row.name })} />
        </td>
      ) : null}
      <td className={selectable ? "board-risk board-above" : "board-risk"}>
        <span className="board-figure">
          <span className="board-number">
            <span aria-hidden>{risk}</span>
            <span className="sr-only">{t("riskOf", { risk, band: t(`bands.${row.band}`) })}</span>
          </span>
          <span aria-hidden className="board-band">
            <BandMark band={row.band} className="size-2.5" />
            {t(`bands.${row.band}`)}
          </span>
        </span>
        {row.judgement ? <JudgedMark judgement={row.judgement} timeZone={timeZone} /> : null}
      </td>
      <th scope="row" className="board-name">
        <a href={customerPath(row.externalId)} title={row.name} data-row-link className="board-link">
          <bdi>{row.name}</bdi>
        </a>
        <span className="board-aside truncate">
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
