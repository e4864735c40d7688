"use client";

import { type RefObject, useEffect } from "react";

/** Where a browser does not tell when it is idle (Safari). */
const WAIT_MS = 600;

/**
 * Marks an element as shown once the browser has nothing better to do: what was not laid out at first, because it stood
 * below the window, then is. So a page is quick to appear, and soon whole for whoever prints it or takes its picture.
 */
export function useShownWhenIdle(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const show = () => part.current?.setAttribute("data-shown", "");
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(show, WAIT_MS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(show);
    return () => cancelIdleCallback(idle);
  }, [part]);
}
