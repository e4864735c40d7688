import { checkDays, checkNumber } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import { probabilityOfNoPurchase } from "@/lib/scoring/learning/bg-nbd";
import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";
import { weighLastInstant } from "@/lib/scoring/signals/weigh-last-instant";

const WEEK_DAYS = 7;
/** Probabilities are kept so far from 0 and 1 that their log-odds stay finite. */
const SMALLEST_PROBABILITY = 1e-12;
const LARGEST_PARAMETER = 1e6;

export const noPurchaseSignal: SignalType<"no-purchase"> = {
  accumulates: false,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check(spec, path, report) {
    checkDays(spec.aheadDays, `${path}.aheadDays`, report);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      checkNumber(spec[name], { above: 0, to: LARGEST_PARAMETER }, `${path}.${name}`, report);
    }
  },
  compile(spec, { collector }) {
    const stream = collector.streamOf(spec.filter);
    const { r, alpha, a, b } = spec;
    let seen = 0;
    let days = 0;
    let firstDay = MISSING;
    let lastDay = MISSING;

    // Several purchases on one UTC day are one occasion, as the model's parameters take them.
    function takeIn(timeMs: number): void {
      const day = Math.floor(timeMs / DAY_MS);
      if (day === lastDay) return;
      if (days === 0) firstDay = day;
      lastDay = day;
      days++;
    }

    function probabilityAt(asOfMs: number): number {
      const history = {
        repeats: days - 1,
        lastAt: (lastDay - firstDay) / WEEK_DAYS,
        knownFor: (Math.floor(asOfMs / DAY_MS) - firstDay) / WEEK_DAYS,
      };
      const probability = probabilityOfNoPurchase(history, spec.aheadDays / WEEK_DAYS, { r, alpha, a, b });
      return Math.min(1 - SMALLEST_PROBABILITY, Math.max(SMALLEST_PROBABILITY, probability));
    }

    return {
      reset() {
        seen = 0;
        days = 0;
        firstDay = MISSING;
        lastDay = MISSING;
      },
      valueAt(asOfMs) {
        for (; seen < stream.length; seen++) takeIn(stream.timesMs[seen] as number);
        if (days === 0) return MISSING;
        const probability = probabilityAt(asOfMs);
        return spec.unit === "probability" ? probability : Math.log(probability / (1 - probability));
      },
      weighTouchpoints: (_asOfMs, weigh) => weighLastInstant(stream, weigh),
      factsAt: (asOfMs) => ({ percent: probabilityAt(asOfMs), aheadDays: spec.aheadDays }),
    };
  },
  parameters: (spec) => ({ days: spec.aheadDays, unit: spec.unit }),
};
