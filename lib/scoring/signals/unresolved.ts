import { checkDays, checkNumber } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { SignalType } from "@/lib/scoring/signals/signal-type";

export const unresolvedSignal: SignalType<"unresolved"> = {
  accumulates: true,
  scale: "whole",
  filters: (spec) => [
    ["filter", spec.filter],
    ["closedBy", spec.closedBy],
  ],
  check(spec, path, report) {
    checkDays(spec.windowDays, `${path}.windowDays`, report);
    checkNumber(spec.graceDays, { from: 0 }, `${path}.graceDays`, report);
    if (spec.graceDays >= spec.windowDays) report(`${path}.graceDays`, "must be shorter than the window");
  },
  compile(spec, { collector }) {
    const opened = collector.streamOf(spec.filter);
    const closed = collector.streamOf(spec.closedBy);

    const firstOpenAt = (asOfMs: number): number => {
      const windowStartMs = asOfMs - spec.windowDays * DAY_MS;
      const closedMs = closed.length === 0 ? windowStartMs : closed.lastMs();
      return opened.firstAfter(Math.max(windowStartMs, closedMs));
    };
    const endOfOpenAt = (asOfMs: number): number => opened.firstAfter(asOfMs - spec.graceDays * DAY_MS);

    return {
      reset() {},
      valueAt: (asOfMs) => Math.max(0, endOfOpenAt(asOfMs) - firstOpenAt(asOfMs)),
      weighTouchpoints(asOfMs, weigh) {
        const end = endOfOpenAt(asOfMs);
        for (let at = firstOpenAt(asOfMs); at < end; at++) weigh(opened.indexes[at] as number, 1);
      },
      factsAt: (asOfMs, count) => ({
        count,
        days: count === 0 ? 0 : Math.floor((asOfMs - (opened.timesMs[firstOpenAt(asOfMs)] as number)) / DAY_MS),
      }),
    };
  },
  parameters: (spec) => ({ graceDays: spec.graceDays, days: spec.windowDays }),
};
