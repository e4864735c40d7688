import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { TimeLeft } from "@/lib/journey/time-left";

/** How many days there are to act, and what ends them when. */
export function TimeLeftText({ left: { days, until, on } }: Readonly<{ left: TimeLeft }>) {
  const t = useTranslations("risk.timeLeft");
  const date = formatDate(on, localeOf(useLocale()));
  return (
    <>
      <span className="block">{t("days", { days })}</span>
      <span className="board-aside">{t(`until.${until}`, { date })}</span>
    </>
  );
}
