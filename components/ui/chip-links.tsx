import Link from "next/link";
import type { ReactNode } from "react";
import { PendingMark } from "./pending-mark";

type ChipLink = Readonly<{ href: string; label: ReactNode; current: boolean }>;

type ChipLinksProps = Readonly<{
  label: string;
  items: readonly ChipLink[];
  /** Stay where one is on the page: for chips in the middle of it. */
  stay?: true;
}>;

/** A choice of one among few, as links: each has its own address and works without JavaScript. */
export function ChipLinks({ label, items, stay }: ChipLinksProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-1.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              prefetch={false}
              href={item.href}
              scroll={!stay}
              aria-current={item.current ? "true" : undefined}
              className="flex h-8 items-center gap-1.5 rounded-md border border-line px-2.5 text-sm whitespace-nowrap text-muted no-underline transition-colors hover:bg-sunken hover:text-ink aria-[current]:border-ink aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink"
            >
              {item.label}
              <PendingMark />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
