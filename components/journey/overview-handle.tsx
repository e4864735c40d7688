"use client";

import type { KeyboardEvent } from "react";
import type { TimeRange } from "@/lib/journey/time-scale";

type OverviewHandleProps = Readonly<{
  kind: "first" | "last";
  label: string;
  /** Per cent of the width. */
  x: number;
  atMs: number;
  whole: TimeRange;
  stepMs: number;
  /** The day it stands at. */
  text: string;
  onMove: (atMs: number) => void;
  /** The key was let go. */
  onDone: () => void;
}>;

/** One end of the frame: dragged by its strip, moved by the arrow keys. It stands outside, so that two never overlap. */
export function OverviewHandle({ kind, label, x, atMs, whole, stepMs, text, onMove, onDone }: OverviewHandleProps) {
  function onKeyDown(event: KeyboardEvent) {
    const next = {
      ArrowLeft: atMs - stepMs,
      ArrowDown: atMs - stepMs,
      ArrowRight: atMs + stepMs,
      ArrowUp: atMs + stepMs,
      Home: whole.fromMs,
      End: whole.toMs,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      data-grip={kind}
      aria-label={label}
      aria-valuemin={whole.fromMs}
      aria-valuemax={whole.toMs}
      aria-valuenow={atMs}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => (event.key === "Tab" ? undefined : onDone())}
      className={`absolute inset-y-0 flex w-6 cursor-ew-resize items-center rounded-sm ${kind === "first" ? "-translate-x-full justify-end" : "justify-start"}`}
      style={{ left: `${x}%` }}
    >
      <span className="h-5 w-2 rounded-sm bg-accent forced-color-adjust-none" />
    </span>
  );
}
