import { DAY_MS } from "@/lib/scoring/day";
import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";

const MONTH_DAYS = 30;

export const lifetimeFrequencySignal: SignalType<"lifetime-frequency"> = {
  accumulates: false,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check() {},
  compile(spec, { sweep, collector }) {
    const stream = collector.streamOf(spec.filter);
    return {
      reset() {},
      valueAt(asOfMs) {
        const lifetimeDays = (asOfMs - sweep.firstMs()) / DAY_MS;
        return lifetimeDays >= MONTH_DAYS ? (stream.length * MONTH_DAYS) / lifetimeDays : MISSING;
      },
      // The rhythm of a whole life has no single touchpoint behind it.
      weighTouchpoints() {},
      factsAt: (_asOfMs, perMonth) => ({ perMonth, count: stream.length }),
    };
  },
  parameters: () => ({}),
};
