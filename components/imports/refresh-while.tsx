"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Asks the server for the page again and again while work goes on in the background, one answer after the other. */
export function RefreshWhile({ everyMs }: Readonly<{ everyMs: number }>) {
  const router = useRouter();
  const [isWaiting, startTransition] = useTransition();
  useEffect(() => {
    if (isWaiting) return;
    const timer = setInterval(() => {
      if (!document.hidden) startTransition(() => router.refresh());
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs, isWaiting]);
  return null;
}
