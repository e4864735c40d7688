"use client";

import { type PointerEvent, type RefObject, useRef } from "react";
import { moveWindow } from "@/lib/journey/move-window";
import type { TimeRange } from "@/lib/journey/time-scale";

/** A press that moves less is none that drags. */
const SLACK_PX = 4;

type PlotPan = Readonly<{
  plot: RefObject<HTMLElement | null>;
  window: TimeRange;
  whole: TimeRange;
  draft: (window: TimeRange) => void;
  show: (window: TimeRange) => void;
}>;

type Drag = { readonly startX: number; readonly window: TimeRange; readonly msPerPx: number; moved: boolean };

/**
 * Drags a plot along the time. What was drawn is moved as it is, by one transform a row; the new stretch is asked for when
 * it is let go.
 */
export function usePlotPan({ plot, window, whole, draft, show }: PlotPan) {
  const drag = useRef<Drag | null>(null);

  function begin(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest("a")) return;
    const widthPx = rows(plot.current)[0]?.clientWidth ?? 0;
    if (widthPx === 0) return;
    drag.current = {
      startX: event.clientX,
      window,
      msPerPx: (window.toMs - window.fromMs) / widthPx,
      moved: false,
    };
  }

  function move(event: PointerEvent<HTMLElement>) {
    const held = drag.current;
    if (!held) return;
    const shiftPx = event.clientX - held.startX;
    if (!held.moved && Math.abs(shiftPx) < SLACK_PX) return;
    if (!held.moved) event.currentTarget.setPointerCapture(event.pointerId);
    held.moved = true;
    const next = moveWindow(held.window, whole, { shiftMs: -shiftPx * held.msPerPx });
    shift(plot.current, (held.window.fromMs - next.fromMs) / held.msPerPx);
    draft(next);
  }

  function end() {
    const held = drag.current;
    drag.current = null;
    if (!held?.moved) return;
    if (window.fromMs === held.window.fromMs) shift(plot.current, 0);
    show(window);
  }

  function cancel() {
    if (drag.current?.moved) draft(drag.current.window);
    drag.current = null;
    shift(plot.current, 0);
  }

  return {
    handlers: { onPointerDown: begin, onPointerMove: move, onPointerUp: end, onPointerCancel: cancel },
    reset: () => shift(plot.current, 0),
  };
}

/** Moves every row of the plot by so many pixels. */
function shift(plot: HTMLElement | null, byPx: number): void {
  plot?.toggleAttribute("data-panning", byPx !== 0);
  for (const row of rows(plot)) row.style.transform = byPx === 0 ? "" : `translateX(${byPx}px)`;
}

function rows(plot: HTMLElement | null): readonly (HTMLElement | SVGElement)[] {
  return [...(plot?.querySelectorAll<HTMLElement | SVGElement>(".plot-pan") ?? [])];
}
