import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";

type Place = Readonly<{ href: string; text: string }>;

type RowPagesProps = Readonly<{
  label: string;
  start: Place | "" | null;
  next: Place | "" | null;
  /** Goes on where one is, in place of the next page's address. */
  onNext?: (() => void) | undefined;
  /** How many rows there are, or what became of more. */
  children: ReactNode;
}>;

/** What stands below a table that goes on: how much of it is there, and the way to the rest of it. */
export function RowPages({ label, start, next, onNext, children }: RowPagesProps) {
  return (
    <nav aria-label={label} className="no-print flex flex-wrap items-center justify-between gap-3 pt-4">
      <span className="text-sm text-faint" role="status">
        {children}
      </span>
      <span className="flex gap-2">
        {start ? (
          <ButtonLink size="sm" prefetch={false} href={start.href}>
            {start.text}
          </ButtonLink>
        ) : null}
        {next ? (
          <Link
            href={next.href}
            prefetch={false}
            onClick={(event) => {
              if (!onNext || event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onNext();
            }}
            className="inline-flex h-8 items-center rounded-md border border-edge bg-raised px-2.5 text-sm font-medium text-ink no-underline hover:bg-sunken"
          >
            {next.text}
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
