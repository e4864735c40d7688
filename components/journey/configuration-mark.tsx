import { useLocale, useTranslations } from "next-intl";
import type { JourneyChart } from "@/lib/charts/journey-chart";
import { formatDayShort } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { PlotText } from "./plot-text";

type ConfigurationMarkProps = Readonly<{ mark: JourneyChart["configurationMarks"][number]; timeZone: string }>;

/** Where rules or the model changed: a faint line up to the curve, with what changed at its foot. */
export function ConfigurationMark({ mark, timeZone }: ConfigurationMarkProps) {
  const t = useTranslations("ledger.changed");
  const versions = { rules: mark.ruleSetVersion, model: mark.modelVersion };
  const words = mark.changed.map((part) => t(part, versions)).join(", ");
  const date = formatDayShort(mark.atMs, localeOf(useLocale()), timeZone);
  return (
    <g>
      <title>{`${date}: ${words}`}</title>
      <line x1={`${mark.x}%`} x2={`${mark.x}%`} y1="0" y2="100%" className="stroke-edge" strokeDasharray="1 3" />
      <svg x={`${mark.x}%`} y="100%" className="overflow-visible" aria-hidden="true">
        <path d="M-4 0 0-6 4 0Z" className="fill-muted" />
      </svg>
      {mark.named ? (
        <PlotText x={mark.x} y="100%" dx={7} dy={-4} className="fill-muted">
          {words}
        </PlotText>
      ) : null}
    </g>
  );
}
