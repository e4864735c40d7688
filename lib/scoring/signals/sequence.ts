import { checkDays } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";
import { TouchpointStream } from "@/lib/scoring/sweep/touchpoint-stream";

export const sequenceSignal: SignalType<"sequence"> = {
  accumulates: true,
  scale: "whole",
  filters: (spec) => [
    ["first", spec.first],
    ["next", spec.next],
  ],
  check(spec, path, report) {
    checkDays(spec.withinDays, `${path}.withinDays`, report);
    checkDays(spec.windowDays, `${path}.windowDays`, report);
  },
  compile(spec, { collector }) {
    const firsts = collector.streamOf(spec.first);
    const nexts = collector.streamOf(spec.next);
    const followed = new TouchpointStream();
    const windowMs = spec.windowDays * DAY_MS;
    let seen = 0;

    // Only strictly earlier touchpoints come first: the order of equal times is not known.
    function takeIn(index: number, timeMs: number): void {
      const before = firsts.firstFrom(timeMs) - 1;
      if (before < 0) return;
      const elapsedMs = timeMs - (firsts.timesMs[before] as number);
      if (elapsedMs <= spec.withinDays * DAY_MS) followed.append(index, timeMs);
    }

    return {
      reset() {
        seen = 0;
        followed.length = 0;
      },
      valueAt(asOfMs) {
        for (; seen < nexts.length; seen++) takeIn(nexts.indexes[seen] as number, nexts.timesMs[seen] as number);
        return followed.length - followed.firstAfter(asOfMs - windowMs);
      },
      /** Half of each pair's weight is on what followed, half on what came last before it. */
      weighTouchpoints(asOfMs, weigh) {
        for (let at = followed.firstAfter(asOfMs - windowMs); at < followed.length; at++) {
          weigh(followed.indexes[at] as number, 0.5);
          const end = firsts.firstFrom(followed.timesMs[at] as number);
          const start = firsts.firstFrom(firsts.timesMs[end - 1] as number);
          for (let first = start; first < end; first++) weigh(firsts.indexes[first] as number, 0.5 / (end - start));
        }
      },
      factsAt: (_asOfMs, count) => ({ count, withinDays: spec.withinDays, days: spec.windowDays }),
    };
  },
  parameters: (spec) => ({ withinDays: spec.withinDays, days: spec.windowDays }),
};
