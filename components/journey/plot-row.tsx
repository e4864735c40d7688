import type { ReactNode } from "react";

/** Where the plot begins: beside the labels where there is room, below them on a phone. */
export const PLOT_INSET = "absolute inset-y-0 end-0 start-0 sm:start-32";

type PlotRowProps = Readonly<{ label: ReactNode; children: ReactNode; className?: string }>;

/** One row of the journey: its name and its stretch of the plot. */
export function PlotRow({ label, children, className = "" }: PlotRowProps) {
  return (
    <div className={`relative sm:grid sm:grid-cols-[8rem_minmax(0,1fr)] sm:items-center ${className}`}>
      <div className="text-xs text-muted sm:pe-3 sm:text-sm">{label}</div>
      <div className="plot-clip relative min-w-0">
        <div className="plot-pan">{children}</div>
      </div>
    </div>
  );
}
