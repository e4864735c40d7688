import { checkDays } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";

export const sumSignal: SignalType<"sum"> = {
  accumulates: true,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check: (spec, path, report) => checkDays(spec.windowDays, `${path}.windowDays`, report),
  compile(spec, { sweep, collector }) {
    const stream = collector.streamOf(spec.filter);
    const windowMs = spec.windowDays * DAY_MS;

    function forEachAmount(asOfMs: number, take: (amount: number, index: number) => void): void {
      for (let at = stream.firstAfter(asOfMs - windowMs); at < stream.length; at++) {
        const index = stream.indexes[at] as number;
        const amount = sweep.touchpoints.value[index] as number;
        if (!Number.isNaN(amount)) take(amount, index);
      }
    }

    return {
      reset() {},
      valueAt(asOfMs) {
        let sum = 0;
        forEachAmount(asOfMs, (amount) => {
          sum += amount;
        });
        return sum;
      },
      weighTouchpoints(asOfMs, weigh) {
        forEachAmount(asOfMs, (amount, index) => {
          if (amount !== 0) weigh(index, Math.abs(amount));
        });
      },
      factsAt: (_asOfMs, amount) => ({ amount, days: spec.windowDays }),
    };
  },
  parameters: (spec) => ({ days: spec.windowDays }),
};
