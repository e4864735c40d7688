import { type ReactNode, useId } from "react";

type SectionProps = Readonly<{
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}>;

/** A named part of a page with a second-level heading. */
export function Section({ title, description, actions, children, className = "" }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`grid min-w-0 grid-cols-1 content-start gap-4 ${className}`}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="measure grid gap-1">
          <h2 id={id} className="text-lg font-semibold text-ink">
            {title}
          </h2>
          {description ? <p className="text-base text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
