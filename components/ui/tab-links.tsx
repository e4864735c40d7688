import Link from "next/link";
import type { ReactNode } from "react";

type TabLink = Readonly<{ href: string; label: ReactNode; current: boolean }>;

/** Tabs that are links: each has its own address and works without JavaScript. */
export function TabLinks({ label, items }: Readonly<{ label: string; items: readonly TabLink[] }>) {
  return (
    <nav aria-label={label} className="no-print relative overflow-x-auto border-b border-line">
      <ul className="flex gap-5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              prefetch={false}
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className="-mb-px block border-b-2 border-transparent py-2.5 text-base whitespace-nowrap text-muted no-underline transition-colors hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
