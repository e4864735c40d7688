import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";
import { weighLastInstant } from "@/lib/scoring/signals/weigh-last-instant";

export const daysSinceSignal: SignalType<"days-since"> = {
  accumulates: false,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check() {},
  compile(spec, { collector }) {
    const stream = collector.streamOf(spec.filter);
    return {
      reset() {},
      valueAt: (asOfMs) => (asOfMs - stream.lastMs()) / DAY_MS,
      weighTouchpoints: (_asOfMs, weigh) => weighLastInstant(stream, weigh),
      factsAt: (_asOfMs, days) => ({ days: Math.floor(days) }),
    };
  },
  parameters: () => ({}),
};
