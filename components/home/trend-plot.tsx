import { useLocale, useTranslations } from "next-intl";
import { BandMark } from "@/components/risk/band-mark";
import type { BandTrend } from "@/lib/charts/band-trend";
import { formatCount } from "@/lib/format/format-count";
import { formatDayShort } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";

/** One stacked bar for each run: critical at the foot, at risk above it, the sum on top. */
export function TrendPlot({ trend, timeZone }: Readonly<{ trend: BandTrend; timeZone: string }>) {
  const t = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  const every = Math.ceil(trend.bars.length / 6);
  return (
    <div aria-hidden="true" className="grid max-w-3xl gap-3 text-xs text-faint tabular-nums">
      <div className="flex gap-6 text-muted">
        {(["at-risk", "critical"] as const).map((band) => (
          <span key={band} className="flex items-center gap-1.5">
            <BandMark band={band} className="size-2.5" />
            {t(band)}
          </span>
        ))}
      </div>
      <div className="flex h-44 items-end gap-1 border-b border-edge pt-5">
        {trend.bars.map((bar) => (
          <div key={bar.asOfMs} className="flex h-full max-w-16 flex-1 flex-col justify-end">
            <span className="pb-0.5 text-center">{formatCount(bar.total, locale)}</span>
            <div className="bg-at-risk forced-color-adjust-none" style={{ height: `${bar.atRiskHeight}%` }} />
            <div
              className="border-t border-paper bg-critical forced-color-adjust-none"
              style={{ height: `${bar.criticalHeight}%` }}
            />
          </div>
        ))}
      </div>
      <div className="-mt-2 flex gap-1">
        {trend.bars.map((bar, at) => (
          <span key={bar.asOfMs} className="max-w-16 flex-1 text-center whitespace-nowrap">
            {(trend.bars.length - 1 - at) % every === 0 ? formatDayShort(bar.asOfMs, locale, timeZone) : null}
          </span>
        ))}
      </div>
    </div>
  );
}
