"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { windowDays } from "@/lib/format/window-days";
import type { TimeRange } from "@/lib/journey/time-scale";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { journeyHref } from "./journey-href";

type WindowPlace = Readonly<{
  externalId: string;
  search: JourneySearch;
  /** What the page shows. */
  shown: TimeRange;
  timeZone: string;
}>;

type JourneyWindow = Readonly<{
  /** What is shown, or what was asked for and is on its way. */
  window: TimeRange;
  isPending: boolean;
  /** Moves the frame alone, as while it is dragged. */
  draft: (window: TimeRange) => void;
  /** Asks for a stretch, in whole days. */
  show: (window: TimeRange) => void;
}>;

/** Which stretch of the journey is looked at: the address holds it, so that it can be sent, and Back leads back. */
export function useJourneyWindow({ externalId, search, shown, timeZone }: WindowPlace): JourneyWindow {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const key = `${shown.fromMs} ${shown.toMs}`;
  const [drafted, setDrafted] = useState<Readonly<{ key: string; window: TimeRange }> | null>(null);

  function show(next: TimeRange) {
    const days = windowDays(next, timeZone);
    const current = windowDays(shown, timeZone);
    const isSame = days.from === current.from && days.to === current.to;
    setDrafted(isSame ? null : { key, window: next });
    if (isSame) return;
    startTransition(() => router.replace(journeyHref(externalId, search, { days }), { scroll: false }));
  }

  return {
    window: drafted?.key === key ? drafted.window : shown,
    isPending,
    draft: (window) => setDrafted({ key, window }),
    show,
  };
}
