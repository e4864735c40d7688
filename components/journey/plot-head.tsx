import { useLocale, useTranslations } from "next-intl";
import type { JourneyChart } from "@/lib/charts/journey-chart";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneyView } from "@/lib/journey/journey-view";
import { PlotRow } from "./plot-row";
import { PlotText } from "./plot-text";

type PlotHeadProps = Readonly<{ view: JourneyView; chart: JourneyChart; isReplay: boolean; timeZone: string }>;

/** The dates that matter, written over the plot: today, and the renewal ahead. */
export function PlotHead({ view, chart, isReplay, timeZone }: PlotHeadProps) {
  const t = useTranslations("journey.chart");
  const locale = localeOf(useLocale());
  return (
    <PlotRow label={null}>
      <svg aria-hidden="true" className="block h-9 w-full overflow-visible">
        {view.asOfMs > view.toMs ? null : (
          <PlotText x={chart.nowX} y="12" className="fill-ink font-medium">
            {t(isReplay ? "then" : "today", { date: formatDay(view.asOfMs, locale, timeZone) })}
          </PlotText>
        )}
        {chart.renewalX === null || view.renewsMs === null ? null : (
          <PlotText x={chart.renewalX} y="30" className="fill-accent font-medium">
            {t("renewal", { date: formatDay(view.renewsMs, locale, timeZone) })}
          </PlotText>
        )}
      </svg>
    </PlotRow>
  );
}
