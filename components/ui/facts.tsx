import type { ReactNode } from "react";

export type Fact = Readonly<{ label: ReactNode; value: ReactNode }>;

/** Short facts, each under its name, side by side while there is room. */
export function Facts({ items, className = "" }: Readonly<{ items: readonly Fact[]; className?: string }>) {
  return (
    <dl className={`grid grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-3 lg:grid-cols-4 ${className}`}>
      {items.map((item, index) => (
        <div key={index} className="grid min-w-0 content-start gap-0.5">
          <dt className="text-xs text-faint">{item.label}</dt>
          <dd className="text-base tabular-nums text-ink">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
