import { useId } from "react";
import type { JourneyChart } from "@/lib/charts/journey-chart";
import { percent } from "@/lib/charts/percent";
import { PLOT_INSET } from "./plot-row";

/** What lies behind all rows: the calendar's lines, today, the renewal, and the future hatched. */
export function PlotFrame({ chart }: Readonly<{ chart: JourneyChart }>) {
  const hatch = useId();
  return (
    <div className={`plot-clip pointer-events-none ${PLOT_INSET}`}>
      <svg aria-hidden="true" className="plot-pan size-full">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" x2="0" y1="0" y2="6" className="stroke-line" strokeWidth="2" />
          </pattern>
        </defs>
        {chart.ticks.ticks.map((tick) => (
          <line
            key={tick.atMs}
            x1={`${percent(tick.x)}%`}
            x2={`${percent(tick.x)}%`}
            y1="40"
            y2="100%"
            className="stroke-line"
          />
        ))}
        {chart.nowX < 100 ? (
          <rect
            x={`${chart.nowX}%`}
            width={`${100 - chart.nowX}%`}
            y="40"
            height="100%"
            fill={`url(#${hatch})`}
            opacity="0.7"
          />
        ) : null}
        {chart.nowX < 100 ? (
          <line x1={`${chart.nowX}%`} x2={`${chart.nowX}%`} y1="16" y2="100%" className="stroke-muted" />
        ) : null}
        {chart.renewalX === null ? null : (
          <line
            x1={`${chart.renewalX}%`}
            x2={`${chart.renewalX}%`}
            y1="36"
            y2="100%"
            className="stroke-accent"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
        )}
      </svg>
    </div>
  );
}
