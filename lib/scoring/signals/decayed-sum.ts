import { checkDays } from "@/lib/scoring/check-number";
import { DAY_MS } from "@/lib/scoring/day";
import type { DecayedSumSpec } from "@/lib/scoring/signal-spec";
import type { SignalType } from "@/lib/scoring/signals/signal-type";
import { resolveFilter } from "@/lib/scoring/sweep/resolve-filter";
import type { ScoringKind } from "@/lib/scoring/types";

/** A touchpoint that has faded to 1/32 is no longer counted when a person is told how many there were. */
const HALF_LIVES_REMEMBERED = 5;

export const decayedSumSignal: SignalType<"decayed-sum"> = {
  accumulates: true,
  scale: "number",
  filters: (spec) => [["filter", spec.filter]],
  check(spec, path, report) {
    if (spec.halfLifeDays !== undefined) checkDays(spec.halfLifeDays, `${path}.halfLifeDays`, report);
  },
  compile(spec, { sweep, collector }) {
    const stream = collector.streamOf(spec.filter);
    const { halfLivesMs, slotOfKind } = fadingSlots(spec, resolveFilter(spec.filter, collector.kinds));
    const slots = halfLivesMs.length;
    const sums = new Float64Array(slots);
    const clocksMs = new Float64Array(slots);
    let seen = 0;

    const amountOf = (index: number) => (spec.measure === "count" ? 1 : (sweep.touchpoints.value[index] as number));
    const slotOf = (index: number) => slotOfKind[sweep.touchpoints.kindId[index] as number] as number;

    function takeIn(index: number, timeMs: number): void {
      const amount = amountOf(index);
      if (Number.isNaN(amount)) return;
      const slot = slotOf(index);
      const faded = remaining(timeMs - (clocksMs[slot] as number), halfLivesMs[slot] as number);
      sums[slot] = (sums[slot] as number) * faded + amount;
      clocksMs[slot] = timeMs;
    }

    return {
      reset() {
        if (seen === 0) return;
        seen = 0;
        sums.fill(0);
        clocksMs.fill(0);
      },
      valueAt(asOfMs) {
        for (; seen < stream.length; seen++) takeIn(stream.indexes[seen] as number, stream.timesMs[seen] as number);
        let total = 0;
        for (let slot = 0; slot < slots; slot++) {
          const sum = sums[slot] as number;
          if (sum !== 0) total += sum * remaining(asOfMs - (clocksMs[slot] as number), halfLivesMs[slot] as number);
        }
        return total;
      },
      weighTouchpoints(asOfMs, weigh) {
        for (let at = 0; at < stream.length; at++) {
          const index = stream.indexes[at] as number;
          const faded = remaining(asOfMs - (stream.timesMs[at] as number), halfLivesMs[slotOf(index)] as number);
          const weight = Math.abs(amountOf(index)) * faded;
          if (weight > 0) weigh(index, weight);
        }
      },
      factsAt(asOfMs, amount) {
        let count = 0;
        for (let at = 0; at < stream.length; at++) {
          const halfLifeMs = halfLivesMs[slotOf(stream.indexes[at] as number)] as number;
          if (asOfMs - (stream.timesMs[at] as number) < HALF_LIVES_REMEMBERED * halfLifeMs) count++;
        }
        const days = stream.length === 0 ? 0 : Math.floor((asOfMs - stream.lastMs()) / DAY_MS);
        return { amount, count, days };
      },
    };
  },
  parameters: (spec) => ({ days: spec.halfLifeDays ?? 0, measure: spec.measure }),
};

/** What is left, 0 to 1, of an amount after a time. */
function remaining(elapsedMs: number, halfLifeMs: number): number {
  return elapsedMs <= 0 ? 1 : Math.exp((-Math.LN2 * elapsedMs) / halfLifeMs);
}

/** Kinds with the same half-life fade together: one sum each, with the slot of every kind. */
function fadingSlots(spec: DecayedSumSpec, kinds: readonly ScoringKind[]) {
  const halfLifeOf = (kind: ScoringKind) => (spec.halfLifeDays ?? kind.halfLifeDays) * DAY_MS;
  const halfLivesMs = [...new Set(kinds.map(halfLifeOf))];
  const slotOfKind = new Uint16Array(1 + Math.max(0, ...kinds.map((kind) => kind.id)));
  for (const kind of kinds) slotOfKind[kind.id] = halfLivesMs.indexOf(halfLifeOf(kind));
  return { halfLivesMs, slotOfKind };
}
