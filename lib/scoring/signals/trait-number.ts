import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";

export const traitNumberSignal: SignalType<"trait-number"> = {
  accumulates: false,
  scale: "number",
  filters: () => [],
  check(spec, path, report) {
    if (spec.trait === "") report(`${path}.trait`, "must name a trait");
  },
  compile(spec, { sweep }) {
    return {
      reset() {},
      valueAt: () => numberFrom(sweep.facts.traits.get(spec.trait)),
      weighTouchpoints() {},
      factsAt: (_asOfMs, amount) => ({ trait: spec.trait, amount }),
    };
  },
  parameters: (spec) => ({ trait: spec.trait }),
};

const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/;

function numberFrom(trait: string | number | boolean | undefined): number {
  if (typeof trait === "number") return Number.isFinite(trait) ? trait : MISSING;
  if (typeof trait === "boolean") return trait ? 1 : 0;
  return trait !== undefined && DECIMAL.test(trait) ? Number(trait) : MISSING;
}
