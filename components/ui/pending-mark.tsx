"use client";

import { useLinkStatus } from "next/link";

/**
 * Put into a link: while its page is on its way, everything marked `data-dims` is dimmed (see globals.css). There is no
 * loading.tsx on purpose: a page streamed behind a fallback stays hidden where JavaScript fails, and a missing customer
 * would be answered with 200.
 */
export function PendingMark() {
  return useLinkStatus().pending ? <span data-pending hidden /> : null;
}
