import { checkDays } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { ValueSpec } from "@/lib/scoring/signal-spec";
import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";

export const valueSignal: SignalType<"value"> = {
  accumulates: false,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check: (spec, path, report) => checkDays(spec.windowDays, `${path}.windowDays`, report),
  compile(spec, { sweep, collector }) {
    const stream = collector.streamOf(spec.filter);
    const windowMs = spec.windowDays * DAY_MS;

    const givenAt = (at: number) => sweep.touchpoints[spec.field][stream.indexes[at] as number] as number;

    function latestAt(fromPosition: number): number {
      let latestMs = Number.NaN;
      let sum = 0;
      let count = 0;
      for (let at = stream.length - 1; at >= fromPosition; at--) {
        const timeMs = stream.timesMs[at] as number;
        if (timeMs < latestMs) break;
        const given = givenAt(at);
        if (Number.isNaN(given)) continue;
        latestMs = timeMs;
        sum += given;
        count++;
      }
      return count === 0 ? MISSING : sum / count;
    }

    function meanAt(fromPosition: number): number {
      let sum = 0;
      let count = 0;
      for (let at = fromPosition; at < stream.length; at++) {
        const given = givenAt(at);
        if (Number.isNaN(given)) continue;
        sum += given;
        count++;
      }
      return count === 0 ? MISSING : sum / count;
    }

    function minimumAt(fromPosition: number): number {
      let minimum = MISSING;
      for (let at = fromPosition; at < stream.length; at++) {
        const given = givenAt(at);
        if (!(given >= minimum) && !Number.isNaN(given)) minimum = given;
      }
      return minimum;
    }

    const statistics = { latest: latestAt, mean: meanAt, minimum: minimumAt } satisfies Record<
      ValueSpec["statistic"],
      (fromPosition: number) => number
    >;
    const statisticAt = statistics[spec.statistic];

    return {
      reset() {},
      valueAt: (asOfMs) => statisticAt(stream.firstAfter(asOfMs - windowMs)),
      weighTouchpoints(asOfMs, weigh) {
        const fromPosition = stream.firstAfter(asOfMs - windowMs);
        const minimum = spec.statistic === "minimum" ? minimumAt(fromPosition) : MISSING;
        let latestMs = Number.NaN;
        for (let at = stream.length - 1; at >= fromPosition; at--) {
          const given = givenAt(at);
          const timeMs = stream.timesMs[at] as number;
          if (Number.isNaN(given) || given > minimum) continue;
          if (spec.statistic === "latest" && timeMs < latestMs) break;
          latestMs = timeMs;
          weigh(stream.indexes[at] as number, 1);
        }
      },
      factsAt: (_asOfMs, amount) => ({ amount, days: spec.windowDays, field: spec.field, statistic: spec.statistic }),
    };
  },
  parameters: (spec) => ({ days: spec.windowDays, field: spec.field, statistic: spec.statistic }),
};
