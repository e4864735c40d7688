"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

type WalkerStop = Readonly<{
  /** Per cent of the width. */
  x: number;
  atMs: number;
  title: string;
  lines: readonly string[];
}>;

type JourneyWalkerProps = Readonly<{
  label: string;
  /** What is said where nothing happened. */
  empty: string;
  stops: readonly WalkerStop[];
}>;

/** A crosshair that tells what happened: it follows the pointer, and the arrow keys walk it from stop to stop. */
export function JourneyWalker({ label, empty, stops }: JourneyWalkerProps) {
  // A time rather than a place in the list: it stays where it is when the stretch is zoomed.
  const [atMs, setAtMs] = useState<number | null>(null);
  const last = stops.length - 1;
  const at = atMs === null || last < 0 ? null : nearest(stops, (stop) => stop.atMs, atMs);
  const stop = at === null ? undefined : stops[at];
  const spoken = stops[at ?? last];
  const setAt = (place: number) => setAtMs(stops[place]?.atMs ?? null);

  function follow(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 100;
    setAt(nearest(stops, (one) => one.x, x));
  }

  function walk(event: KeyboardEvent) {
    const here = at ?? last + 1;
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: last }[event.key];
    if (event.key === "Escape") setAtMs(null);
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
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={Math.max(0, at ?? last)}
      aria-valuetext={spoken ? [spoken.title, ...spoken.lines].join(". ") : empty}
      data-at-ms={stop?.atMs}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setAtMs(null)}
      onBlur={() => setAtMs(null)}
      onKeyDown={walk}
      className="size-full cursor-crosshair touch-pan-y"
    >
      {stop ? (
        <>
          <span className="absolute inset-y-0 w-px bg-accent forced-color-adjust-none" style={{ left: `${stop.x}%` }} />
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

function nearest(stops: readonly WalkerStop[], placeOf: (stop: WalkerStop) => number, wanted: number): number {
  let best = 0;
  let smallest = Number.POSITIVE_INFINITY;
  stops.forEach((stop, index) => {
    const distance = Math.abs(placeOf(stop) - wanted);
    if (distance < smallest) [best, smallest] = [index, distance];
  });
  return best;
}
