import { useLocale, useTranslations } from "next-intl";
import type { DriftChart } from "@/lib/charts/drift-chart";
import { formatCount } from "@/lib/format/format-count";
import { formatDayShort } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";

type DriftPlotProps = Readonly<{ chart: DriftChart; timeZone: string }>;

/** Break-ups by month: a bar for what chance allows around the prediction, a dot for what came. */
export function DriftPlot({ chart, timeZone }: DriftPlotProps) {
  const t = useTranslations("models.drift");
  const locale = localeOf(useLocale());
  const last = chart.marks.at(-1);
  return (
    <div dir="ltr" aria-hidden="true" className="max-w-3xl text-xs text-faint tabular-nums">
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
        <span className="flex items-center gap-2">
          <span className="inline-block h-3 w-2 rounded-sm bg-line" /> {t("predicted")}
        </span>
        <span className="flex items-center gap-2">
          <span className="inline-block size-2.5 rounded-full bg-accent" /> {t("happened")}
        </span>
      </div>
      <div className="grid grid-cols-[2rem_1fr] gap-x-2">
        <div className="relative">
          <span className="absolute top-0 end-0 -translate-y-1/2">{formatCount(chart.top, locale)}</span>
          <span className="absolute end-0 bottom-0 translate-y-1/2">0</span>
        </div>
        <svg aria-hidden="true" className="h-44 w-full overflow-visible">
          <line x1="0" x2="100%" y1="0" y2="0" className="stroke-line" />
          <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
          {chart.marks.map(({ asOf, x, predictedY, lowY, highY, happenedY, seenInTraining }) => (
            <g key={asOf}>
              <line
                x1={`${x}%`}
                x2={`${x}%`}
                y1={`${lowY}%`}
                y2={`${highY}%`}
                className="stroke-line"
                strokeWidth="10"
              />
              <svg aria-hidden="true" x={`${x}%`} y={`${predictedY}%`} className="overflow-visible">
                <line x1="-7" x2="7" y1="0" y2="0" className="stroke-muted" strokeWidth="2" />
              </svg>
              <circle
                cx={`${x}%`}
                cy={`${happenedY}%`}
                r="4"
                className={seenInTraining ? "fill-paper stroke-accent" : "fill-accent stroke-paper"}
                strokeWidth="1.5"
              />
            </g>
          ))}
        </svg>
        <div className="relative col-start-2 mt-1.5 h-4">
          {chart.marks.map(({ asOf, x }, at) =>
            at % 3 === 0 || asOf === last?.asOf ? (
              <span key={asOf} className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${x}%` }}>
                {formatDayShort(asOf, locale, timeZone)}
              </span>
            ) : null,
          )}
        </div>
      </div>
    </div>
  );
}
