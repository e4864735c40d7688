import type { WeighTouchpoint } from "@/lib/scoring/signals/signal-type";
import type { TouchpointStream } from "@/lib/scoring/sweep/touchpoint-stream";

/** Puts equal weight on every touchpoint of the last instant, so that the order of equal times does not matter. */
export function weighLastInstant(stream: TouchpointStream, weigh: WeighTouchpoint): void {
  const lastMs = stream.lastMs();
  for (let at = stream.length - 1; at >= 0 && stream.timesMs[at] === lastMs; at--)
    weigh(stream.indexes[at] as number, 1);
}
