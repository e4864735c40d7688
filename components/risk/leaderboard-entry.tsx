import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JudgedMark } from "@/components/judgements/judged-mark";
import { PendingMark } from "@/components/ui/pending-mark";
import type { Band } from "@/lib/bands/bands";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import { daysUntil } from "@/lib/format/days-until";
import { formatDate } from "@/lib/format/format-day";
import { formatMoney } from "@/lib/format/format-money";
import { formatRelativeDays } from "@/lib/format/format-relative-days";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import { BandMark } from "./band-mark";
import { ChangeMark } from "./change-mark";
import { customerPath } from "./customer-path";
import { ReasonSentence } from "./reason-sentence";
import { ThinEvidence } from "./thin-evidence";

const EDGES: Readonly<Record<Band, string>> = {
  calm: "border-s-calm",
  watch: "border-s-watch",
  "at-risk": "border-s-at-risk",
  critical: "border-s-critical",
};

const CELL = "@4xl:table-cell @4xl:border-b @4xl:border-line @4xl:px-3 @4xl:py-1.5 @4xl:align-top";

type EntryProps = Readonly<{ row: LeaderboardRow; timeZone: string }>;

/** One customer: a row of the table where there is room, a small stack of lines where there is not. */
export function LeaderboardEntry({ row, timeZone }: EntryProps) {
  const t = useTranslations("risk");
  const locale = localeOf(useLocale());
  const risk = formatRisk(row.probability);
  return (
    <tr
      className={`relative grid grid-cols-[3.5rem_repeat(3,minmax(0,1fr))] gap-x-3 gap-y-1.5 border-b border-s-3 border-line py-3 ps-3 transition-colors hover:bg-sunken/60 @4xl:table-row @4xl:border-b-0 ${EDGES[row.band]}`}
    >
      <td className={`row-span-3 row-start-1 ${CELL} @4xl:ps-3.5`}>
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
          className="line-clamp-2 font-medium text-ink no-underline after:absolute after:inset-0 hover:underline @4xl:block @4xl:truncate"
        >
          <bdi>{row.name}</bdi>
          <PendingMark />
        </Link>
        <span className="block truncate text-xs text-faint">{t(`stages.${row.stage}`)}</span>
      </th>
      <td className={`col-span-3 col-start-2 row-start-2 @4xl:text-sm ${CELL}`}>
        <span className="line-clamp-3 text-muted @4xl:line-clamp-2 @4xl:text-ink">
          {row.topReason ? <ReasonSentence text={row.topReason.text} /> : t("noReason")}
          {row.evidence === "thin" ? <ThinEvidence row={row} /> : null}
        </span>
      </td>
      <td className={`col-start-4 row-start-1 text-end tabular-nums whitespace-nowrap ${CELL}`}>
        <ChangeMark points={row.change7d} />
        <span aria-hidden className="block text-xs text-faint @4xl:hidden">
          {t("columns.change7d")}
        </span>
      </td>
      <Fact label={t("columns.valueAtRisk")} end>
        {row.valueAtRiskMinor === null ? t("noValue") : formatMoney(row.valueAtRiskMinor, row.currency, locale)}
      </Fact>
      <Fact label={t("columns.renewsOn")}>
        {row.renewsOn === null ? (
          t("noDate")
        ) : (
          <>
            <span className="block">{formatDate(row.renewsOn, locale)}</span>
            <span className="block text-xs text-faint">
              {formatRelativeDays(daysUntil(row.renewsOn, Date.parse(row.asOf), timeZone), locale)}
            </span>
          </>
        )}
      </Fact>
      <Fact label={t("columns.owner")}>
        {row.owner ? (
          <bdi title={row.owner.name} className="line-clamp-2">
            {row.owner.name}
          </bdi>
        ) : (
          <span className="text-faint">{t("noOwner")}</span>
        )}
      </Fact>
    </tr>
  );
}

function Fact({ label, end = false, children }: Readonly<{ label: string; end?: boolean; children: ReactNode }>) {
  return (
    <td className={`min-w-0 text-sm tabular-nums ${CELL} ${end ? "@4xl:text-end @4xl:whitespace-nowrap" : ""}`}>
      <span aria-hidden className="block text-xs text-faint @4xl:hidden">
        {label}
      </span>
      {children}
    </td>
  );
}
