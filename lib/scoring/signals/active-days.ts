import { checkDays } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";

export const activeDaysSignal: SignalType<"active-days"> = {
  accumulates: true,
  scale: "whole",
  filters: (spec) => [["filter", spec.filter]],
  check: (spec, path, report) => checkDays(spec.windowDays, `${path}.windowDays`, report),
  compile(spec, { collector }) {
    const stream = collector.streamOf(spec.filter);
    const windowMs = spec.windowDays * DAY_MS;
    const dayAt = (at: number) => Math.floor((stream.timesMs[at] as number) / DAY_MS);
    return {
      reset() {},
      valueAt(asOfMs) {
        let days = 0;
        let last = Number.NaN;
        for (let at = stream.firstAfter(asOfMs - windowMs); at < stream.length; at++) {
          const day = dayAt(at);
          if (day !== last) days++;
          last = day;
        }
        return days;
      },
      /** Each day weighs 1, shared by its touchpoints. */
      weighTouchpoints(asOfMs, weigh) {
        let from = stream.firstAfter(asOfMs - windowMs);
        while (from < stream.length) {
          let end = from + 1;
          while (end < stream.length && dayAt(end) === dayAt(from)) end++;
          for (let at = from; at < end; at++) weigh(stream.indexes[at] as number, 1 / (end - from));
          from = end;
        }
      },
      factsAt: (_asOfMs, count) => ({ count, days: spec.windowDays }),
    };
  },
  parameters: (spec) => ({ days: spec.windowDays }),
};
