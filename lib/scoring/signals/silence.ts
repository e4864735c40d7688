import { checkDays, checkNumber } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import { log2GapTail } from "@/lib/scoring/signals/gap-tail";
import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";
import { weighLastInstant } from "@/lib/scoring/signals/weigh-last-instant";

export const silenceSignal: SignalType<"silence"> = {
  accumulates: false,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check(spec, path, report) {
    checkNumber(spec.regularity, { from: 1, to: 10, whole: true }, `${path}.regularity`, report);
    checkDays(spec.priorGapDays, `${path}.priorGapDays`, report);
    checkNumber(spec.priorGaps, { above: 0, to: 1_000 }, `${path}.priorGaps`, report);
  },
  compile(spec, { collector }) {
    const stream = collector.streamOf(spec.filter);
    let seen = 0;
    let gaps = 0;
    let gapsDays = 0;
    let lastDay = Number.NaN;

    // Several touchpoints on one UTC day are one occasion: the minutes between them say nothing about the rhythm.
    function takeIn(timeMs: number): void {
      const day = Math.floor(timeMs / DAY_MS);
      if (day > lastDay) {
        gaps++;
        gapsDays += day - lastDay;
      }
      lastDay = day;
    }

    return {
      reset() {
        seen = 0;
        gaps = 0;
        gapsDays = 0;
        lastDay = Number.NaN;
      },
      valueAt(asOfMs) {
        for (; seen < stream.length; seen++) takeIn(stream.timesMs[seen] as number);
        if (stream.length === 0) return MISSING;
        const log2Tail = log2GapTail({
          gapDays: (asOfMs - stream.lastMs()) / DAY_MS,
          regularity: spec.regularity,
          gaps: spec.priorGaps + gaps,
          gapsDays: spec.priorGaps * spec.priorGapDays + gapsDays,
        });
        return spec.unit === "bits" ? -log2Tail : 2 ** log2Tail;
      },
      weighTouchpoints: (_asOfMs, weigh) => weighLastInstant(stream, weigh),
      factsAt: (asOfMs) => ({
        days: Math.floor((asOfMs - stream.lastMs()) / DAY_MS),
        usualDays: (spec.priorGaps * spec.priorGapDays + gapsDays) / (spec.priorGaps + gaps),
      }),
    };
  },
  parameters: (spec) => ({ unit: spec.unit, usualDays: spec.priorGapDays }),
};
