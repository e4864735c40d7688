import { checkDays } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";

export const countSignal: SignalType<"count"> = {
  accumulates: true,
  scale: "whole",
  filters: (spec) => [["filter", spec.filter]],
  check: (spec, path, report) => checkDays(spec.windowDays, `${path}.windowDays`, report),
  compile(spec, { collector }) {
    const stream = collector.streamOf(spec.filter);
    const windowMs = spec.windowDays * DAY_MS;
    return {
      reset() {},
      valueAt: (asOfMs) => stream.length - stream.firstAfter(asOfMs - windowMs),
      weighTouchpoints(asOfMs, weigh) {
        for (let at = stream.firstAfter(asOfMs - windowMs); at < stream.length; at++)
          weigh(stream.indexes[at] as number, 1);
      },
      factsAt: (_asOfMs, count) => ({ count, days: spec.windowDays }),
    };
  },
  parameters: (spec) => ({ days: spec.windowDays }),
};
