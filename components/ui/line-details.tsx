import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type LineDetailsProps = Readonly<{ line: ReactNode; children: ReactNode }>;

/** A line of an account, and on demand what is behind it. */
export function LineDetails({ line, children }: LineDetailsProps) {
  return (
    <details className="group border-b border-line">
      <summary className="relative block overflow-hidden py-2 ps-6 transition-colors hover:bg-sunken/60">
        <ChevronRight
          aria-hidden
          className="absolute top-3 start-0.5 size-4 text-faint transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        {line}
      </summary>
      <div className="pt-1 pb-4 ps-6">{children}</div>
    </details>
  );
}
