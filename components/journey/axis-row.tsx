import { useLocale } from "next-intl";
import type { JourneyChart } from "@/lib/charts/journey-chart";
import { percent } from "@/lib/charts/percent";
import { formatTick } from "@/lib/format/format-tick";
import { localeOf } from "@/lib/format/locale-of";
import { PlotRow } from "./plot-row";

/** The calendar under the plot. */
export function AxisRow({ ticks, timeZone }: Readonly<{ ticks: JourneyChart["ticks"]; timeZone: string }>) {
  const locale = localeOf(useLocale());
  return (
    <PlotRow label={null}>
      <svg aria-hidden="true" className="block h-5 w-full overflow-visible">
        {ticks.ticks.map((tick) => (
          <text
            key={tick.atMs}
            x={`${percent(tick.x)}%`}
            y="15"
            textAnchor={tick.x > 0.95 ? "end" : tick.x < 0.02 ? "start" : "middle"}
            className="fill-faint text-xs"
          >
            {formatTick(tick.atMs, ticks.unit, locale, timeZone)}
          </text>
        ))}
      </svg>
    </PlotRow>
  );
}
