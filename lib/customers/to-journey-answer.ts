import type { JourneyTouchpoint, JourneyView } from "@/lib/journey/journey-view";
import type { JourneyQuery } from "@/lib/schemas/journey-query";
import { decodeJourneyCursor, encodeJourneyCursor } from "./journey-cursor";

/** GET /api/v1/customers/{externalId}/journey: times as ISO instants, one page of touchpoints, everything in time order. */
export type JourneyAnswer = Readonly<{
  from: string;
  to: string;
  asOf: string;
  /** All touchpoints of the stretch, on whichever page. */
  touchpointCount: number;
  touchpoints: readonly object[];
  nextCursor: string | null;
  stages: readonly Readonly<{ stage: string; from: string; to: string | null }>[];
  scores: readonly Readonly<{ at: string; probability: number; risk: number }>[];
  outcomes: readonly Readonly<{ type: string; occurredOn: string }>[];
  renewsOn: string | null;
  configurationChanges: readonly object[];
}>;

/** @throws AppError bad-request for a bad cursor */
export function toJourneyAnswer(view: JourneyView, { limit, cursor }: JourneyQuery): JourneyAnswer {
  const start = cursor === undefined ? 0 : placeAfter(view.touchpoints, cursor);
  const shown = view.touchpoints.slice(start, start + limit);
  const last = shown.at(-1);
  const hasMore = start + limit < view.touchpoints.length;
  return {
    from: iso(view.fromMs),
    to: iso(view.toMs),
    asOf: iso(view.asOfMs),
    touchpointCount: view.touchpoints.length,
    touchpoints: shown.map(({ occurredAtMs, ...touchpoint }) => ({ ...touchpoint, occurredAt: iso(occurredAtMs) })),
    nextCursor: last && hasMore ? encodeJourneyCursor(last) : null,
    stages: view.stages.map(({ stage, fromMs, toMs }) => ({
      stage,
      from: iso(fromMs),
      to: toMs === null ? null : iso(toMs),
    })),
    scores: view.curve.map(({ atMs, probability }) => ({ at: iso(atMs), probability, risk: probability * 100 })),
    outcomes: view.outcomes.map(({ type, occurredMs }) => ({ type, occurredOn: iso(occurredMs).slice(0, 10) })),
    renewsOn: view.renewsMs === null ? null : iso(view.renewsMs).slice(0, 10),
    configurationChanges: view.configurationChanges.map(({ atMs, ...change }) => ({ at: iso(atMs), ...change })),
  };
}

/** Where the page after a cursor begins. Among touchpoints of one moment the id decides; if it is gone, none is left out. */
function placeAfter(touchpoints: readonly JourneyTouchpoint[], cursor: string): number {
  const { occurredAtMs, id } = decodeJourneyCursor(cursor);
  let low = 0;
  let high = touchpoints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((touchpoints[middle]?.occurredAtMs ?? Number.POSITIVE_INFINITY) < occurredAtMs) low = middle + 1;
    else high = middle;
  }
  for (let at = low; touchpoints[at]?.occurredAtMs === occurredAtMs; at += 1) {
    if (touchpoints[at]?.id === id) return at + 1;
  }
  return low;
}

function iso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}
