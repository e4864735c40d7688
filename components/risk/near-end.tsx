"use client";

import { useEffect, useRef } from "react";

/** So far above the end of what is there, more is asked for. */
const AHEAD_PIXELS = 900;

/** Tells once when a person who scrolls comes near. */
export function NearEnd({ onNear }: Readonly<{ onNear: () => void }>) {
  const mark = useRef<HTMLDivElement>(null);
  const tell = useRef(onNear);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting || window.scrollY === 0) return;
        observer.disconnect();
        tell.current();
      },
      { rootMargin: `0px 0px ${AHEAD_PIXELS}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={mark} aria-hidden="true" className="h-px" />;
}
