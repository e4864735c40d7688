"use client";

import { ArrowDownWideNarrow, type LucideIcon, Settings, Sunrise, Upload } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { PendingMark } from "@/components/ui/pending-mark";

const ICONS = { today: Sunrise, risk: ArrowDownWideNarrow, imports: Upload, settings: Settings } satisfies Record<
  string,
  LucideIcon
>;

export type NavItem = Readonly<{
  href: string;
  label: string;
  icon: keyof typeof ICONS;
  /** Other addresses that belong to this item. */
  also?: readonly string[];
}>;

/** The main ways through the product; a bar at the foot of a phone. */
export function NavLinks({ label, items }: Readonly<{ label: string; items: readonly NavItem[] }>) {
  const pathname = usePathname();
  return (
    <nav
      aria-label={label}
      className="no-print fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] lg:static lg:border-0 lg:pb-0"
    >
      <ul className="flex lg:grid lg:gap-0.5">
        {items.map((item) => {
          const Icon = ICONS[item.icon];
          const current = [item.href, ...(item.also ?? [])].some((path) => isWithin(pathname, path));
          return (
            <li key={item.href} className="flex-1">
              <Link
                prefetch={false}
                href={item.href}
                aria-current={current ? "page" : undefined}
                className="flex h-14 flex-col items-center justify-center gap-1 text-xs text-muted no-underline transition-colors hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink lg:h-9 lg:flex-row lg:justify-start lg:gap-2.5 lg:rounded-md lg:px-2.5 lg:text-base lg:hover:bg-sunken lg:aria-[current]:bg-sunken lg:aria-[current]:font-medium"
              >
                <Icon aria-hidden className="size-5 lg:size-4" strokeWidth={1.75} />
                {item.label}
                <PendingMark />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function isWithin(pathname: string, path: string): boolean {
  return pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
}
