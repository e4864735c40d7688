import type { Signal } from "@/lib/scoring/signals/signal-type";
import type { TouchpointShare } from "@/lib/scoring/types";

/**
 * Splits a contribution over the touchpoints behind the values of signals: equally between the signals that have any,
 * and within a signal in proportion to the touchpoints' weights.
 */
export function shareTouchpoints(
  signals: readonly Signal[],
  asOfMs: number,
  logOdds: number,
): readonly TouchpointShare[] {
  const weighed = signals.map((signal) => weighTouchpoints(signal, asOfMs)).filter(({ total }) => total > 0);
  const partByIndex = new Map<number, number>();
  for (const { weightByIndex, total } of weighed) {
    for (const [index, weight] of weightByIndex) {
      partByIndex.set(index, (partByIndex.get(index) ?? 0) + weight / total / weighed.length);
    }
  }
  return [...partByIndex].sort(([a], [b]) => a - b).map(([index, part]) => ({ index, logOdds: logOdds * part }));
}

function weighTouchpoints(signal: Signal, asOfMs: number) {
  const weightByIndex = new Map<number, number>();
  let total = 0;
  signal.weighTouchpoints(asOfMs, (index, weight) => {
    weightByIndex.set(index, (weightByIndex.get(index) ?? 0) + weight);
    total += weight;
  });
  return { weightByIndex, total };
}
