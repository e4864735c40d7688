import { DAY_MS } from "@/lib/scoring/day";
import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";

export const daysToRenewalSignal: SignalType<"days-to-renewal"> = {
  accumulates: false,
  scale: "number",
  filters: () => [],
  check() {},
  compile(_spec, { sweep }) {
    return {
      reset() {},
      valueAt(asOfMs) {
        const { renewsOnMs } = sweep.facts;
        return renewsOnMs === null ? MISSING : (renewsOnMs - asOfMs) / DAY_MS;
      },
      weighTouchpoints() {},
      factsAt: (_asOfMs, days) =>
        days < 0 ? { days: Math.floor(-days), side: "after" } : { days: Math.ceil(days), side: "before" },
    };
  },
  parameters: () => ({}),
};
