"use client";

import { useLocale } from "next-intl";
import { type PointerEvent, useRef } from "react";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { moveWindow, SHORTEST_WINDOW_MS } from "@/lib/journey/move-window";
import { type TimeRange, timeScale } from "@/lib/journey/time-scale";
import type { NavigatorWords } from "./navigator-words";
import { OverviewBars } from "./overview-bars";
import { OverviewHandle } from "./overview-handle";

type OverviewStripProps = Readonly<{
  whole: TimeRange & Readonly<{ counts: readonly number[] }>;
  asOfMs: number;
  window: TimeRange;
  timeZone: string;
  words: NavigatorWords;
  onDraft: (window: TimeRange) => void;
  onShow: (window: TimeRange) => void;
}>;

type Grip = "first" | "last" | "frame";

/** The whole journey in one strip, with a frame around what is shown: drag the frame or its ends. */
export function OverviewStrip({ whole, asOfMs, window, timeZone, words, onDraft, onShow }: OverviewStripProps) {
  const locale = localeOf(useLocale());
  const strip = useRef<HTMLFieldSetElement>(null);
  const grip = useRef<Readonly<{ kind: Grip; atMs: number; window: TimeRange }> | null>(null);
  const xOf = timeScale(whole);
  const share = (atMs: number) => Math.min(1, Math.max(0, xOf(atMs)));
  const [left, right] = [share(window.fromMs) * 100, share(window.toMs) * 100];
  const day = (atMs: number) => formatDay(atMs, locale, timeZone);

  function timeAt(event: PointerEvent): number {
    const box = strip.current?.getBoundingClientRect();
    if (!box?.width) return window.fromMs;
    return whole.fromMs + ((event.clientX - box.left) / box.width) * (whole.toMs - whole.fromMs);
  }

  function begin(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const kind = gripOf(event.target);
    const atMs = timeAt(event);
    const isInside = atMs >= window.fromMs && atMs <= window.toMs;
    const shiftMs = atMs - (window.fromMs + window.toMs) / 2;
    const start = kind === "frame" && !isInside ? moveWindow(window, whole, { shiftMs }) : window;
    grip.current = { kind, atMs, window: start };
    event.currentTarget.setPointerCapture(event.pointerId);
    onDraft(start);
  }

  function move(event: PointerEvent<HTMLElement>) {
    const held = grip.current;
    if (held) onDraft(dragged(held.kind, held.window, timeAt(event), timeAt(event) - held.atMs));
  }

  function end() {
    if (grip.current) onShow(window);
    grip.current = null;
  }

  function dragged(kind: Grip, from: TimeRange, atMs: number, shiftMs: number): TimeRange {
    if (kind === "frame") return moveWindow(from, whole, { shiftMs });
    return kind === "first"
      ? { fromMs: Math.max(whole.fromMs, Math.min(atMs, from.toMs - SHORTEST_WINDOW_MS)), toMs: from.toMs }
      : { fromMs: from.fromMs, toMs: Math.min(whole.toMs, Math.max(atMs, from.fromMs + SHORTEST_WINDOW_MS)) };
  }

  const handle = (kind: "first" | "last") => (
    <OverviewHandle
      kind={kind}
      label={words[kind]}
      x={kind === "first" ? left : right}
      atMs={kind === "first" ? window.fromMs : window.toMs}
      whole={whole}
      stepMs={Math.max(SHORTEST_WINDOW_MS, (window.toMs - window.fromMs) / 20)}
      text={day(kind === "first" ? window.fromMs : window.toMs)}
      onMove={(atMs) => onDraft(dragged(kind, window, atMs, 0))}
      onDone={() => onShow(window)}
    />
  );

  return (
    <div dir="ltr" className="grid min-w-0 grow gap-1">
      <div className="px-6">
        <fieldset
          ref={strip}
          aria-label={words.strip}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
          className="relative h-10 cursor-grab touch-none select-none border-b border-edge active:cursor-grabbing"
        >
          <OverviewBars counts={whole.counts} nowX={share(asOfMs) * 100} />
          <span
            className="absolute inset-y-0 border-x-2 border-accent bg-accent/10"
            style={{ left: `${left}%`, width: `${Math.max(0.2, right - left)}%` }}
          />
          {handle("first")}
          {handle("last")}
        </fieldset>
      </div>
      <div aria-hidden className="flex justify-between px-6 text-xs text-faint tabular-nums">
        <span>{day(whole.fromMs)}</span>
        <span>{day(whole.toMs)}</span>
      </div>
    </div>
  );
}

function gripOf(target: EventTarget): Grip {
  const kind = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-grip]")?.dataset.grip : undefined;
  return kind === "first" || kind === "last" ? kind : "frame";
}
