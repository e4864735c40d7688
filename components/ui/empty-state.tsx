import type { ReactNode } from "react";

type EmptyStateProps = Readonly<{ title: ReactNode; children?: ReactNode; action?: ReactNode }>;

/** What will be here, and the one next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-3 rounded-md border border-dashed border-edge px-5 py-8 sm:px-8">
      <h2 className="story text-xl font-semibold text-ink">{title}</h2>
      {children ? <div className="measure text-base text-muted">{children}</div> : null}
      {action ? <div className="mt-1 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
