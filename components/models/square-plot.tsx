import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { formatShare } from "@/lib/format/format-share";
import { localeOf } from "@/lib/format/locale-of";

type SquarePlotProps = Readonly<{
  /** The same on both axes: a share with its place in per cent from 0. */
  ticks: readonly Readonly<{ probability: number; at: number }>[];
  xLabel: string;
  yLabel: string;
  /** SVG in per cent of the plot. */
  children: ReactNode;
}>;

/** Two shares against each other, both from 0, out of 100. Hidden from screen readers: its table says the same. */
export function SquarePlot({ ticks, xLabel, yLabel, children }: SquarePlotProps) {
  const locale = localeOf(useLocale());
  return (
    <div dir="ltr" aria-hidden="true" className="max-w-md text-xs text-faint tabular-nums">
      <p className="mb-2">{yLabel}</p>
      <div className="grid grid-cols-[2rem_1fr] gap-x-2">
        <div className="relative">
          {ticks.map(({ probability, at }) => (
            <span key={at} className="absolute end-0 -translate-y-1/2" style={{ top: `${100 - at}%` }}>
              {formatShare(probability, locale)}
            </span>
          ))}
        </div>
        <svg aria-hidden="true" className="aspect-4/3 w-full overflow-visible">
          {ticks.map(({ at }) => (
            <line
              key={at}
              x1="0"
              x2="100%"
              y1={`${100 - at}%`}
              y2={`${100 - at}%`}
              className={at === 0 ? "stroke-edge" : "stroke-line"}
            />
          ))}
          {children}
        </svg>
        <div className="relative col-start-2 mt-1.5 h-4">
          {ticks.map(({ probability, at }) => (
            <span
              key={at}
              className={`absolute ${at === 0 ? "" : at === 100 ? "-translate-x-full" : "-translate-x-1/2"}`}
              style={{ left: `${at}%` }}
            >
              {formatShare(probability, locale)}
            </span>
          ))}
        </div>
        <p className="col-start-2 text-end">{xLabel}</p>
      </div>
    </div>
  );
}
