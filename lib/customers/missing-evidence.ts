import { DAY_MS } from "@/lib/scoring/day";
import { FEWEST_TOUCHPOINTS, RECENT_DAYS } from "@/lib/scoring/reasons/has-thin-evidence";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";
import type { MissingEvidence } from "./customer-view";

/** What the score of a customer lacks: recent touchpoints up to as many as are enough, and facts that nobody gave. */
export function missingEvidence(
  { occurredAtMs, length }: TouchpointColumns,
  facts: CustomerFacts,
  asOfMs: number,
): MissingEvidence {
  const fromMs = asOfMs - RECENT_DAYS * DAY_MS;
  let recentTouchpoints = 0;
  for (let at = length - 1; at >= 0 && recentTouchpoints < FEWEST_TOUCHPOINTS; at -= 1) {
    const atMs = occurredAtMs[at] ?? 0;
    if (atMs <= fromMs) break;
    if (atMs <= asOfMs) recentTouchpoints += 1;
  }
  const known = { renewsOn: facts.renewsOnMs, mrr: facts.mrrMinor, startedOn: facts.startedOnMs };
  const names = ["renewsOn", "mrr", "startedOn"] as const;
  return { recentTouchpoints, facts: names.filter((name) => known[name] === null) };
}
