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

/** Stripes from end to end, which nobody takes for a level, also where nothing moves. */
const UNKNOWN =
  "w-full animate-pulse bg-[repeating-linear-gradient(135deg,var(--color-accent)_0_6px,transparent_6px_12px)] forced-colors:bg-[repeating-linear-gradient(135deg,Highlight_0_6px,transparent_6px_12px)]";

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
          className={`h-full rounded-full ${share === undefined ? UNKNOWN : "bg-accent transition-[width] forced-colors:bg-[Highlight]"}`}
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
