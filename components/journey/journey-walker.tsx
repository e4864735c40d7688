"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

type WalkerStop = Readonly<{ /** Per cent of the width. */ x: number; title: string; lines: readonly string[] }>;

type JourneyWalkerProps = Readonly<{ label: string; stops: readonly WalkerStop[] }>;

/** A crosshair that tells what happened: it follows the pointer, and the arrow keys walk it from stop to stop. */
export function JourneyWalker({ label, stops }: JourneyWalkerProps) {
  const [at, setAt] = useState<number | null>(null);
  const last = stops.length - 1;
  const stop = at === null ? undefined : stops[at];
  const spoken = stops[at ?? last];

  function follow(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 100;
    setAt(nearest(stops, x));
  }

  function walk(event: KeyboardEvent) {
    const here = at ?? last + 1;
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: last }[event.key];
    if (event.key === "Escape") setAt(null);
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(0, next)));
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={spoken ? [spoken.title, ...spoken.lines].join(". ") : undefined}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setAt(null)}
      onBlur={() => setAt(null)}
      onKeyDown={walk}
      className="size-full cursor-crosshair touch-pan-y"
    >
      {stop ? (
        <>
          <span className="absolute inset-y-0 w-px bg-accent" style={{ left: `${stop.x}%` }} />
          <span
            className="pointer-events-none absolute top-10 z-10 grid w-max max-w-56 gap-0.5 rounded-md border border-line bg-raised px-3 py-2 text-xs text-muted shadow-float"
            style={stop.x < 50 ? { left: `calc(${stop.x}% + 10px)` } : { right: `calc(${100 - stop.x}% + 10px)` }}
          >
            <span className="font-semibold text-ink">{stop.title}</span>
            {stop.lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        </>
      ) : null}
    </div>
  );
}

function nearest(stops: readonly WalkerStop[], x: number): number {
  let best = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop.x - x) < Math.abs((stops[best]?.x ?? 0) - x)) best = index;
  });
  return best;
}
