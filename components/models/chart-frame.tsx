import type { ReactNode } from "react";

type ChartFrameProps = Readonly<{
  /** The message, as a sentence. */
  title: ReactNode;
  description: ReactNode;
  children: ReactNode;
  /** What opens the table behind the chart. */
  tableLabel: string;
  table: ReactNode;
}>;

/** A chart with its message above and its figures behind: the picture is for eyes alone, the table for everyone. */
export function ChartFrame({ title, description, children, tableLabel, table }: ChartFrameProps) {
  return (
    <figure className="grid min-w-0 grid-cols-1 content-start gap-3">
      <figcaption className="measure grid gap-1">
        <h3 className="text-base font-semibold text-ink">{title}</h3>
        <p className="text-sm text-muted">{description}</p>
      </figcaption>
      {children}
      <details className="min-w-0 text-sm">
        <summary className="w-fit cursor-pointer text-accent">{tableLabel}</summary>
        <div className="mt-2 min-w-0">{table}</div>
      </details>
    </figure>
  );
}
