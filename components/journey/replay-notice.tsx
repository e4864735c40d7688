import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { journeyHref } from "./journey-href";

type ReplayNoticeProps = Readonly<{ externalId: string; search: JourneySearch; asOfMs: number; timeZone: string }>;

/** Says that the page tells the past, and leads back. */
export function ReplayNotice({ externalId, search, asOfMs, timeZone }: ReplayNoticeProps) {
  const t = useTranslations("journey.replay");
  const locale = localeOf(useLocale());
  return (
    <Notice tone="warn" title={t("title", { date: formatDay(asOfMs, locale, timeZone) })}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {t("body")}
        <ButtonLink size="sm" href={journeyHref(externalId, search, { asOf: null, range: search.range })}>
          {t("back")}
        </ButtonLink>
      </div>
    </Notice>
  );
}
