"use client";

import { Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { moveWindow } from "@/lib/journey/move-window";
import type { TimeRange } from "@/lib/journey/time-scale";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import type { NavigatorWords } from "./navigator-words";
import { OverviewStrip } from "./overview-strip";
import { useJourneyWindow } from "./use-journey-window";
import { usePlotPan } from "./use-plot-pan";

/** How much shorter a stretch gets by one step. */
const ZOOM = 0.5;
/** How far Page Up and Page Down move, in stretches. */
const PAGE = 0.8;

type JourneyNavigatorProps = Readonly<{
  externalId: string;
  search: JourneySearch;
  shown: TimeRange;
  whole: TimeRange & Readonly<{ counts: readonly number[] }>;
  asOfMs: number;
  timeZone: string;
  words: NavigatorWords;
  /** The plot. */
  children: ReactNode;
}>;

/** Moves through a journey: the plot is dragged, keys zoom and page, and a strip shows the whole with the frame on it. */
export function JourneyNavigator({ whole, shown, words, children, ...place }: JourneyNavigatorProps) {
  const { window, isPending, draft, show } = useJourneyWindow({ ...place, shown });
  const plot = useRef<HTMLDivElement>(null);
  const pan = usePlotPan({ plot, window, whole, draft, show });
  // What was dragged stands where it was drawn as soon as the new stretch is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the stretch shown that says so
  useLayoutEffect(() => pan.reset(), [shown.fromMs, shown.toMs]);

  const zoom = (factor: number, aroundMs?: number) =>
    show(moveWindow(window, whole, aroundMs === undefined ? { factor } : { factor, aroundMs }));

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const told = event.target instanceof HTMLElement ? event.target.dataset.atMs : undefined;
    const aroundMs = told ? Number(told) : undefined;
    const page = (window.toMs - window.fromMs) * PAGE;
    if (event.key === "+" || event.key === "=") zoom(ZOOM, aroundMs);
    else if (event.key === "-") zoom(1 / ZOOM, aroundMs);
    else if (event.key === "PageUp") show(moveWindow(window, whole, { shiftMs: -page }));
    else if (event.key === "PageDown") show(moveWindow(window, whole, { shiftMs: page }));
    else return;
    event.preventDefault();
  }

  return (
    <div className="grid gap-3" aria-busy={isPending}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and drags of the slider inside, which is focusable */}
      <div ref={plot} onKeyDown={onKeyDown} {...pan.handlers}>
        {children}
      </div>
      <div className="no-print flex items-end gap-3">
        <OverviewStrip
          whole={whole}
          asOfMs={place.asOfMs}
          window={window}
          timeZone={place.timeZone}
          words={words}
          onDraft={draft}
          onShow={show}
        />
        <div className="flex gap-1.5">
          <Button size="sm" aria-label={words.zoomOut} title={`${words.zoomOut} (−)`} onClick={() => zoom(1 / ZOOM)}>
            <Minus aria-hidden className="size-4" />
          </Button>
          <Button size="sm" aria-label={words.zoomIn} title={`${words.zoomIn} (+)`} onClick={() => zoom(ZOOM)}>
            <Plus aria-hidden className="size-4" />
          </Button>
        </div>
      </div>
      <p className="no-print text-xs text-faint max-sm:hidden">{words.hint}</p>
    </div>
  );
}
