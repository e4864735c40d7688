import type { Signal } from "@/lib/scoring/signals/signal-type";
import type { TouchpointShare } from "@/lib/scoring/types";

/** Splits a contribution over the touchpoints behind the signal's value, in proportion to their weights. */
export function shareTouchpoints(signal: Signal, asOfMs: number, logOdds: number): readonly TouchpointShare[] {
  const weightByIndex = new Map<number, number>();
  let total = 0;
  signal.weighTouchpoints(asOfMs, (index, weight) => {
    weightByIndex.set(index, (weightByIndex.get(index) ?? 0) + weight);
    total += weight;
  });
  if (!(total > 0)) return [];
  return [...weightByIndex]
    .sort(([a], [b]) => a - b)
    .map(([index, weight]) => ({ index, logOdds: logOdds * (weight / total) }));
}
