"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useRef, useTransition } from "react";
import { useShownWhenIdle } from "@/components/ui/use-shown-when-idle";

type RowLinksProps = Readonly<{ children: ReactNode; className: string; density: string }>;

/**
 * Follows the links of rows without a reload, and dims what stands here meanwhile. One for all of them: a component for
 * every link would cost a phone more than all else in the rows.
 */
export function RowLinks({ children, className, density }: RowLinksProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const board = useRef<HTMLDivElement>(null);
  useShownWhenIdle(board, ".board-body");

  function follow(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[data-row-link]") : null;
    const href = link?.getAttribute("href");
    if (!href) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: clicks of the links inside, which are focusable
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      ref={board}
      data-dims
      data-pending={pending || undefined}
      data-density={density}
      className={className}
      onClick={follow}
    >
      {children}
    </div>
  );
}
