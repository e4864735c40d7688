"use client";

import { type RefObject, useEffect } from "react";

/** Where a browser does not tell when it is idle (Safari). */
const WAIT_MS = 150;
/** So many pieces are laid out at once: more would hold up a tap meanwhile. */
const PIECES_AT_ONCE = 4;

/** What is to be shown, a step in each idle moment. A step tells whether there is more to do. */
const waiting: (() => boolean)[] = [];

/**
 * Marks an element as shown once the browser has nothing better to do: what was not laid out at first, because it stood
 * below the window, then is. So a page is quick to appear, and soon whole for whoever prints it or takes its picture.
 * @param pieces a selector of what in it is shown first, a few at a time
 */
export function useShownWhenIdle(part: RefObject<HTMLElement | null>, pieces?: string): void {
  useEffect(() => {
    waiting.push(() => {
      const left = pieces ? [...(part.current?.querySelectorAll(`${pieces}:not([data-shown])`) ?? [])] : [];
      for (const piece of left.slice(0, PIECES_AT_ONCE)) piece.setAttribute("data-shown", "");
      if (left.length === 0) part.current?.setAttribute("data-shown", "");
      return left.length > 0;
    });
    if (waiting.length === 1) goOnWhenIdle();
  }, [part, pieces]);
}

function goOnWhenIdle(): void {
  const goOn = () => {
    if (!waiting[0]?.()) waiting.shift();
    if (waiting.length > 0) goOnWhenIdle();
  };
  if (typeof requestIdleCallback === "undefined") setTimeout(goOn, WAIT_MS);
  else requestIdleCallback(goOn);
}
