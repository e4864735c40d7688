import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";

export const tenureSignal: SignalType<"tenure"> = {
  accumulates: false,
  scale: "number",
  filters: () => [],
  check() {},
  compile(_spec, { sweep }) {
    return {
      reset() {},
      valueAt(asOfMs) {
        const { startedOnMs } = sweep.facts;
        // A start in the future is not yet known as of now.
        const beganMs = startedOnMs !== null && startedOnMs <= asOfMs ? startedOnMs : sweep.firstMs();
        return (asOfMs - beganMs) / DAY_MS;
      },
      weighTouchpoints() {},
      factsAt: (_asOfMs, days) => ({ days: Math.floor(days) }),
    };
  },
  parameters: () => ({}),
};
