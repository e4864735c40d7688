import type { ReactNode } from "react";

type ProgressBarProps = Readonly<{
  /** Names the bar for screen readers, for example "Merging rows". */
  label: string;
  done: number;
  /** Leave out while the end is not known. */
  total?: number;
  /** What stands above the bar, for example "12,000 of 44,876 rows". */
  children?: ReactNode;
}>;

/** How far a piece of work has come. */
export function ProgressBar({ label, done, total, children }: ProgressBarProps) {
  const share = total && total > 0 ? Math.min(1, Math.max(0, done / total)) : undefined;
  return (
    <div className="grid gap-1.5">
      {children ? <div className="text-sm tabular-nums text-muted">{children}</div> : null}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={share === undefined ? undefined : done}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={`h-full rounded-full bg-accent transition-[width] forced-colors:bg-[Highlight] ${share === undefined ? "w-1/3 animate-pulse" : ""}`}
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
