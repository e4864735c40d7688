import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import type { RowExtras } from "@/lib/customers/load-row-extras";
import { daysUntil } from "@/lib/format/days-until";
import { formatDate } from "@/lib/format/format-day";
import { formatMoney } from "@/lib/format/format-money";
import { formatRelativeDays } from "@/lib/format/format-relative-days";
import { localeOf } from "@/lib/format/locale-of";
import type { LeaderboardColumn } from "@/lib/schemas/leaderboard-look";
import { ChangeMark } from "./change-mark";
import { ReasonSentence } from "./reason-sentence";
import { ThinEvidence } from "./thin-evidence";
import { TimeLeftText } from "./time-left-text";
import { TrendLine } from "./trend-line";

const TREND_DAYS = 90;

type CellProps = Readonly<{
  column: LeaderboardColumn;
  row: LeaderboardRow;
  extras: RowExtras | undefined;
  timeZone: string;
}>;

/** One fact of a customer under its column, or with its name above it where there are no columns. */
export function LeaderboardCell({ column, row, extras, timeZone }: CellProps) {
  const t = useTranslations("risk");
  const locale = localeOf(useLocale());
  const money = (minor: number | null) => (minor === null ? t("noValue") : formatMoney(minor, row.currency, locale));
  switch (column) {
    case "trend":
      return (
        <td className="board-trend">
          <TrendLine points={extras?.trend ?? []} asOfMs={Date.parse(row.asOf)} days={TREND_DAYS} />
        </td>
      );
    case "why":
      return (
        <td className="board-why">
          <span className="board-reason">
            {row.topReason ? <ReasonSentence text={row.topReason.text} /> : t("noReason")}
            {row.evidence === "thin" ? <ThinEvidence row={row} /> : null}
          </span>
        </td>
      );
    case "change7d":
      return (
        <td className="board-change">
          <ChangeMark points={row.change7d} />
          <span aria-hidden className="board-label">
            {t("columns.change7d")}
          </span>
        </td>
      );
    case "valueAtRisk":
    case "mrr":
      return (
        <Fact column={column} money>
          {money(column === "mrr" ? row.mrrMinor : row.valueAtRiskMinor)}
        </Fact>
      );
    case "renewsOn":
      return <Fact column={column}>{row.renewsOn === null ? t("noDate") : renewal(row.renewsOn)}</Fact>;
    case "timeLeft":
      return <Fact column={column}>{row.timeLeft ? <TimeLeftText left={row.timeLeft} /> : t("noDate")}</Fact>;
    case "owner":
      return (
        <Fact column={column}>
          {row.owner ? (
            <bdi title={row.owner.name} className="board-owner">
              {row.owner.name}
            </bdi>
          ) : (
            <span className="text-faint">{t("noOwner")}</span>
          )}
        </Fact>
      );
    case "tags":
      return (
        <Fact column={column}>
          <span className="flex flex-wrap gap-1">
            {extras?.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        </Fact>
      );
  }

  function renewal(isoDate: string): ReactNode {
    return (
      <>
        <span className="block">{formatDate(isoDate, locale)}</span>
        <span className="board-aside">
          {formatRelativeDays(daysUntil(isoDate, Date.parse(row.asOf), timeZone), locale)}
        </span>
      </>
    );
  }
}

type FactProps = Readonly<{ column: LeaderboardColumn; money?: true; children: ReactNode }>;

function Fact({ column, money, children }: FactProps) {
  const t = useTranslations("risk.columns");
  return (
    <td className={money ? "board-fact board-money" : "board-fact"}>
      <span aria-hidden className="board-label">
        {t(column)}
      </span>
      {children}
    </td>
  );
}
