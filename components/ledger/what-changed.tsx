import { useLocale, useTranslations } from "next-intl";
import { journeyHref } from "@/components/journey/journey-href";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { prepareChangeLines } from "@/lib/charts/change-lines";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { formatRiskChange } from "@/lib/format/format-risk-change";
import { localeOf } from "@/lib/format/locale-of";
import type { LedgerView } from "@/lib/ledger/ledger-view";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { ChangeLineRow } from "./change-line-row";
import { EarlierChanges } from "./earlier-changes";

type WhatChangedProps = Readonly<{ ledger: LedgerView; search: JourneySearch; currency: string; timeZone: string }>;

/** Why the risk is not what it was a week ago, cause by cause, and on demand every change before. */
export function WhatChanged({ ledger, search, currency, timeZone }: WhatChangedProps) {
  const t = useTranslations("ledger");
  const locale = localeOf(useLocale());
  const { summary, items, externalId } = ledger;
  if (!summary) return null;
  const { lines, zero, points } = prepareChangeLines(summary);
  const date = formatDay(summary.from.asOf, locale, timeZone);
  const [from, to] = formatRiskChange(summary.from.probability, summary.to.probability, locale);
  const direction = lines.length === 0 ? "same" : points < 0 ? "better" : points > 0 ? "worse" : "even";
  const isOpen = search.changes === "earlier";
  return (
    <Section
      title={t("title")}
      description={t("since", { direction, points: formatPoints(points, locale, 1), date, from, to })}
    >
      <div className="text-base">
        {lines.length > 0 ? (
          <div className="border-t border-line">
            {lines.map((line) => (
              <ChangeLineRow
                key={line.key}
                line={line}
                zero={zero}
                change={summary}
                currency={currency}
                timeZone={timeZone}
              />
            ))}
          </div>
        ) : null}
        {summary.basis === "reconstructed" && lines.length > 0 ? (
          <p className="measure pt-3 text-sm text-faint">{t("reconstructed")}</p>
        ) : null}
        {items.length > 0 ? (
          <div className="no-print pt-4">
            <ButtonLink
              size="sm"
              scroll={false}
              href={journeyHref(externalId, search, { changes: isOpen ? null : "earlier" })}
            >
              {t(isOpen ? "earlier.hide" : "earlier.show")}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      {isOpen && items.length > 0 ? (
        <EarlierChanges items={items} hasMore={ledger.nextCursor !== null} timeZone={timeZone} />
      ) : null}
    </Section>
  );
}
