import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { TouchpointColumns } from "@/lib/scoring/types";

/**
 * What was known of a customer's touchpoints at an instant: those that had happened and had arrived by then. The columns
 * themselves where that is all of them, or all that come first; otherwise a copy.
 */
export function knownTouchpoints(
  { touchpoints, knownFromMs, arrivalsFromMs = Number.NEGATIVE_INFINITY }: CustomerCase,
  asOfMs: number,
): TouchpointColumns {
  const { occurredAtMs, kindId, value, sentiment, length } = touchpoints;
  let happened = length;
  while (happened > 0 && (occurredAtMs[happened - 1] as number) > asOfMs) happened--;
  const isKnown = (at: number) => !knownFromMs || asOfMs <= arrivalsFromMs || !((knownFromMs[at] as number) > asOfMs);
  let known = 0;
  while (known < happened && isKnown(known)) known++;
  if (known === happened) return happened === length ? touchpoints : { ...touchpoints, length: happened };
  const kept: number[] = [];
  for (let at = 0; at < happened; at++) if (isKnown(at)) kept.push(at);
  return {
    length: kept.length,
    occurredAtMs: Float64Array.from(kept, (at) => occurredAtMs[at] as number),
    kindId: Uint16Array.from(kept, (at) => kindId[at] as number),
    value: Float64Array.from(kept, (at) => value[at] as number),
    sentiment: Float64Array.from(kept, (at) => sentiment[at] as number),
  };
}
