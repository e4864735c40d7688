import { DAY_MS } from "@/lib/scoring/day";
import type { TouchpointColumns } from "@/lib/scoring/types";

/** Fewer recent touchpoints than this are thin evidence. */
export const FEWEST_TOUCHPOINTS = 3;
/** So long a touchpoint counts as recent. */
export const RECENT_DAYS = 365;

/** Whether fewer than three touchpoints of the last 365 days stand behind a score; `reached` of them are up to asOf. */
export function hasThinEvidence(touchpoints: TouchpointColumns, reached: number, asOfMs: number): boolean {
  const thirdLast = reached - FEWEST_TOUCHPOINTS;
  return thirdLast < 0 || (touchpoints.occurredAtMs[thirdLast] as number) <= asOfMs - RECENT_DAYS * DAY_MS;
}
