import type { ReactNode } from "react";

type PageHeaderProps = Readonly<{ title: ReactNode; lead?: ReactNode; above?: ReactNode; actions?: ReactNode }>;

/** The title of a page in the serif, what it says in a sentence or two, and what can be done here. */
export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="grid min-w-0 grid-cols-1 gap-1.5">
        {above}
        <h1 className="story text-2xl font-semibold wrap-anywhere text-ink">{title}</h1>
        {lead ? <div className="measure text-base wrap-anywhere text-muted">{lead}</div> : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
