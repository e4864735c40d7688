"use client";

import { useEffect, useRef } from "react";

/** So far above the end of what is there, more is asked for. */
const AHEAD_PIXELS = 900;

/** Tells once when a person who scrolls comes near; nobody who looks at the first rows alone is sent more. */
export function NearEnd({ onNear }: Readonly<{ onNear: () => void }>) {
  const mark = useRef<HTMLDivElement>(null);
  const tell = useRef(onNear);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        tell.current();
      },
      { rootMargin: `0px 0px ${AHEAD_PIXELS}px 0px` },
    );
    const begin = () => observer.observe(element);
    if (window.scrollY > 0) begin();
    else window.addEventListener("scroll", begin, { once: true, passive: true });
    return () => {
      window.removeEventListener("scroll", begin);
      observer.disconnect();
    };
  }, []);
  return <div ref={mark} aria-hidden="true" className="h-px" />;
}
