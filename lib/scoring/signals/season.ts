import { checkNumber } from "@/lib/scoring/check-number";
import type { SignalType } from "@/lib/scoring/signals/signal-type";

export const seasonSignal: SignalType<"season"> = {
  accumulates: false,
  scale: "yes-no",
  filters: () => [],
  check(spec, path, report) {
    if (spec.months.length === 0) report(`${path}.months`, "must name at least one month");
    spec.months.forEach((month, at) => {
      checkNumber(month, { from: 1, to: 12, whole: true }, `${path}.months[${at}]`, report);
    });
  },
  compile(spec) {
    const months = new Set(spec.months);
    return {
      reset() {},
      valueAt: (asOfMs) => (months.has(monthOf(asOfMs)) ? 1 : 0),
      weighTouchpoints() {},
      factsAt: (asOfMs) => ({ month: monthOf(asOfMs) }),
    };
  },
  parameters: (spec) => ({ months: [...spec.months].sort((a, b) => a - b).join(", ") }),
};

function monthOf(instantMs: number): number {
  return new Date(instantMs).getUTCMonth() + 1;
}
