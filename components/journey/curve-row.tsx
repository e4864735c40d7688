import { useLocale, useTranslations } from "next-intl";
import { bandOf } from "@/lib/bands/band-of";
import type { Band } from "@/lib/bands/bands";
import type { JourneyChart } from "@/lib/charts/journey-chart";
import { formatDayShort } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneyView } from "@/lib/journey/journey-view";
import { ConfigurationMark } from "./configuration-mark";
import { PlotRow } from "./plot-row";
import { PlotText } from "./plot-text";

const FILLS: Readonly<Record<Band, string>> = {
  calm: "fill-calm",
  watch: "fill-watch",
  "at-risk": "fill-at-risk",
  critical: "fill-critical",
};

type CurveRowProps = Readonly<{ view: JourneyView; chart: JourneyChart; timeZone: string }>;

/** The risk over time on a scale from 0, the bands' floors as faint lines, today's risk written beside it. */
export function CurveRow({ view, chart, timeZone }: CurveRowProps) {
  const t = useTranslations("journey.chart");
  const bands = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  const { end } = chart;
  const label = (
    <>
      <span className="font-medium text-ink">{t("risk")}</span>
      <span className="text-xs text-faint max-sm:ms-1.5 sm:block">{t("riskHint")}</span>
    </>
  );
  return (
    <PlotRow label={label}>
      <svg aria-hidden="true" className="block h-36 w-full overflow-visible">
        {chart.axis.floors.map(({ band, probability, y, named }) => (
          <g key={band}>
            <line x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} className="stroke-edge/50" strokeDasharray="1 4" />
            {named ? (
              <text x="4" y={`${y}%`} dy="-4" className="plot-text fill-faint text-xs">
                {bands(band)} {formatRisk(probability)}
              </text>
            ) : null}
          </g>
        ))}
        <line x1="0" x2="100%" y1="0" y2="0" className="stroke-line" />
        <text x="4" y="0" dy="14" className="fill-faint text-xs">
          {t("top", { top: chart.axis.top * 100 })}
        </text>
        <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
        <svg
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          className="overflow-visible"
          aria-hidden="true"
        >
          <path
            d={chart.path}
            fill="none"
            className="stroke-ink"
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {chart.configurationMarks.map((mark) => (
          <ConfigurationMark key={mark.atMs} mark={mark} timeZone={timeZone} />
        ))}
        {chart.outcomes.map((outcome) => (
          <g key={`${outcome.type} ${outcome.occurredMs}`}>
            <line
              x1={`${outcome.x}%`}
              x2={`${outcome.x}%`}
              y1="0"
              y2="100%"
              className="stroke-ink"
              strokeDasharray="2 2"
            />
            <PlotText x={outcome.x} y="12" dx={4} className="fill-ink font-medium">
              {t(`outcomes.${outcome.type}`)}, {formatDayShort(outcome.occurredMs, locale, timeZone)}
            </PlotText>
          </g>
        ))}
        {end ? (
          <>
            <circle
              cx={`${end.x}%`}
              cy={`${end.y}%`}
              r="4.5"
              className={`stroke-paper ${FILLS[bandOf(end.probability, view.bandFloors)]}`}
              strokeWidth="2"
            />
            <text
              x={`${end.x}%`}
              y={`${end.y}%`}
              dx={chart.nowX < 94 ? 9 : -9}
              dy="5"
              textAnchor={chart.nowX < 94 ? "start" : "end"}
              className="plot-text fill-ink text-lg font-semibold"
            >
              {formatRisk(end.probability)}
            </text>
          </>
        ) : null}
      </svg>
    </PlotRow>
  );
}
