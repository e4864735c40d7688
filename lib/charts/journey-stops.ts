import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";
import { timeScale } from "@/lib/journey/time-scale";
import { groupBy } from "./group-by";
import { percent } from "./percent";

/** A place at which something happened: what the crosshair tells there. */
export type JourneyStop = Readonly<{
  /** Per cent of the width. */
  x: number;
  fromMs: number;
  toMs: number;
  /** The risk at its end, 0 to 1; null where it is not known. */
  probability: number | null;
  /** The most frequent kinds, at most three. */
  kinds: readonly Readonly<{ label: string; count: number }>[];
  count: number;
  /** Those that weigh most in today's risk, by kind, with what they add to it in points. */
  heavy: readonly Readonly<{ label: string; points: number }>[];
}>;

/** Stops in time order, at most `slots` of them: touchpoints closer to each other than that share one. */
export function journeyStops(view: JourneyView, slots: number): JourneyStop[] {
  const xOf = timeScale(view);
  const inside = view.touchpoints.filter(
    ({ occurredAtMs }) => occurredAtMs >= view.fromMs && occurredAtMs <= view.toMs,
  );
  const bySlot = groupBy(inside, ({ occurredAtMs }) => Math.min(slots - 1, Math.floor(xOf(occurredAtMs) * slots)));
  return [...bySlot.values()].map((touchpoints) => {
    const fromMs = touchpoints[0]?.occurredAtMs ?? 0;
    const toMs = touchpoints.at(-1)?.occurredAtMs ?? 0;
    return {
      x: percent(xOf((fromMs + toMs) / 2)),
      fromMs,
      toMs,
      probability: probabilityAt(view.curve, toMs),
      kinds: frequentKinds(touchpoints).slice(0, 3),
      count: touchpoints.length,
      heavy: heavyKinds(touchpoints),
    };
  });
}

function heavyKinds(touchpoints: readonly JourneyTouchpoint[]): { label: string; points: number }[] {
  const heavy = touchpoints.filter(({ distress }) => distress);
  return [...groupBy(heavy, ({ kindLabel }) => kindLabel)].map(([label, group]) => ({
    label,
    points: group.reduce((sum, { points }) => sum + points, 0),
  }));
}

/** Kinds by how often they occur, most frequent first. */
export function frequentKinds(touchpoints: readonly JourneyTouchpoint[]): { label: string; count: number }[] {
  return [...groupBy(touchpoints, (touchpoint) => touchpoint.kindLabel)]
    .map(([label, group]) => ({ label, count: group.length }))
    .sort((a, b) => b.count - a.count);
}

/** The first known risk at or after the instant, else the last one. */
function probabilityAt(curve: JourneyView["curve"], atMs: number): number | null {
  const known = curve.find((point) => point.atMs >= atMs) ?? curve.at(-1);
  return known?.probability ?? null;
}
