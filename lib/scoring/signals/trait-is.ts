import { MISSING, type SignalType } from "@/lib/scoring/signals/signal-type";

export const traitIsSignal: SignalType<"trait-is"> = {
  accumulates: false,
  scale: "yes-no",
  filters: () => [],
  check(spec, path, report) {
    if (spec.trait === "") report(`${path}.trait`, "must name a trait");
    if (spec.oneOf.length === 0) report(`${path}.oneOf`, "must name at least one value");
  },
  compile(spec, { sweep }) {
    const wanted = new Set(spec.oneOf);
    return {
      reset() {},
      valueAt() {
        const trait = sweep.facts.traits.get(spec.trait);
        if (trait === undefined) return MISSING;
        return wanted.has(String(trait)) ? 1 : 0;
      },
      weighTouchpoints() {},
      factsAt: () => ({ trait: spec.trait, is: String(sweep.facts.traits.get(spec.trait)) }),
    };
  },
  parameters: (spec) => ({ trait: spec.trait, oneOf: spec.oneOf.join(", ") }),
};
