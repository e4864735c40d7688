import { checkDays, checkNumber } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";

export const trendSignal: SignalType<"trend"> = {
  accumulates: false,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check(spec, path, report) {
    checkDays(spec.recentDays, `${path}.recentDays`, report);
    checkDays(spec.baselineDays, `${path}.baselineDays`, report);
    checkNumber(spec.shrinkage, { above: 0, to: 1_000 }, `${path}.shrinkage`, report);
  },
  compile(spec, { sweep, collector }) {
    const stream = collector.streamOf(spec.filter);
    const recentMs = spec.recentDays * DAY_MS;
    const leastBaselineDays = Math.min(spec.recentDays, spec.baselineDays);

    const amountAt = (at: number): number => {
      if (spec.measure === "count") return 1;
      const amount = sweep.touchpoints.value[stream.indexes[at] as number] as number;
      return Number.isNaN(amount) ? 0 : Math.max(0, amount);
    };

    /** Days of the baseline that lie within the customer's recorded history. */
    const baselineDaysAt = (asOfMs: number): number =>
      Math.min(spec.baselineDays, (asOfMs - recentMs - sweep.firstMs()) / DAY_MS);

    function amountsAt(asOfMs: number) {
      const recentFrom = stream.firstAfter(asOfMs - recentMs);
      const baselineFrom = stream.firstAfter(asOfMs - recentMs - spec.baselineDays * DAY_MS);
      if (spec.measure === "count") {
        return { recent: stream.length - recentFrom, baseline: recentFrom - baselineFrom, unit: 1 };
      }
      const baseline = sumOver(amountAt, baselineFrom, recentFrom);
      const recent = sumOver(amountAt, recentFrom, stream.length);
      return { recent, baseline, unit: (recent + baseline) / (stream.length - baselineFrom) };
    }

    return {
      reset() {},
      valueAt(asOfMs) {
        const baselineDays = baselineDaysAt(asOfMs);
        if (!(baselineDays >= leastBaselineDays)) return MISSING;
        const { recent, baseline, unit } = amountsAt(asOfMs);
        if (!(recent + baseline > 0)) return MISSING;
        // Amounts are counted in units of their mean, so that `shrinkage` is a number of touchpoints for both measures.
        const shrinkage = spec.shrinkage * unit;
        const shrinkageDays = (shrinkage * (spec.recentDays + baselineDays)) / (recent + baseline);
        const recentRate = (recent + shrinkage) / (spec.recentDays + shrinkageDays);
        const baselineRate = (baseline + shrinkage) / (baselineDays + shrinkageDays);
        return Math.log2(recentRate / baselineRate);
      },
      // A fall is an absence: no single touchpoint is behind it.
      weighTouchpoints(asOfMs, weigh) {
        if (this.valueAt(asOfMs) <= 0) return;
        for (let at = stream.firstAfter(asOfMs - recentMs); at < stream.length; at++) {
          const amount = amountAt(at);
          if (amount > 0) weigh(stream.indexes[at] as number, amount);
        }
      },
      factsAt(asOfMs, value) {
        const { recent, baseline } = amountsAt(asOfMs);
        return {
          recent,
          days: spec.recentDays,
          usual: (baseline * spec.recentDays) / baselineDaysAt(asOfMs),
          direction: value < 0 ? "down" : "up",
        };
      },
    };
  },
  parameters: (spec) => ({ days: spec.recentDays, baselineDays: spec.baselineDays, measure: spec.measure }),
};

function sumOver(amountAt: (at: number) => number, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += amountAt(at);
  return sum;
}
