import { useLocale, useTranslations } from "next-intl";
import { prepareChangeLines } from "@/lib/charts/change-lines";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { formatRiskChange } from "@/lib/format/format-risk-change";
import { localeOf } from "@/lib/format/locale-of";
import type { ChangeView } from "@/lib/ledger/ledger-view";
import { ChangeWords } from "./change-words";

type EarlierChangesProps = Readonly<{ items: readonly ChangeView[]; hasMore: boolean; timeZone: string }>;

/** From each recorded score to the next, newest first: when, from what risk to what, and why. */
export function EarlierChanges({ items, hasMore, timeZone }: EarlierChangesProps) {
  const t = useTranslations("ledger.earlier");
  return (
    <div className="grid gap-2">
      <h3 className="text-base font-semibold">{t("title")}</h3>
      <ol aria-label={t("title")} className="text-sm">
        {items.map((change) => (
          <EarlierChange
            key={`${change.to.asOf} ${change.from.asOf} ${change.points}`}
            change={change}
            timeZone={timeZone}
          />
        ))}
      </ol>
      <p className="text-sm text-faint">{t(hasMore ? "bounded" : "whole", { count: items.length })}</p>
    </div>
  );
}

function EarlierChange({ change, timeZone }: Readonly<{ change: ChangeView; timeZone: string }>) {
  const t = useTranslations("ledger.earlier");
  const locale = localeOf(useLocale());
  const { lines } = prepareChangeLines(change);
  const [from, to] = formatRiskChange(change.from.probability, change.to.probability, locale);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_3.5rem] gap-x-4 border-t border-line py-2">
      <span className="min-w-0">
        <span className="block text-faint">
          <time dateTime={change.to.asOf}>{formatDay(change.to.asOf, locale, timeZone)}</time>
          {" · "}
          {t("risk", { from, to })}
        </span>
        {lines.length === 0 ? t("nothing") : null}
        {lines.map((line, at) => (
          <span key={line.key}>
            {at > 0 ? "; " : null}
            <ChangeWords line={line} change={change} />{" "}
            <span className="whitespace-nowrap tabular-nums">{formatPoints(line.points, locale, 1)}</span>
          </span>
        ))}
      </span>
      <span className="text-end font-medium tabular-nums">{formatPoints(change.points, locale, 1)}</span>
    </li>
  );
}
