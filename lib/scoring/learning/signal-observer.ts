import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { compileSignal } from "@/lib/scoring/signals/compile-signal";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import { StreamCollector } from "@/lib/scoring/sweep/stream-dispatch";
import { Sweep } from "@/lib/scoring/sweep/sweep";
import type { CustomerFacts, ScoringKind, TouchpointColumns } from "@/lib/scoring/types";

/** Computes signals of one customer after the other, at any ascending instants, in one sweep each. */
export class SignalObserver {
  private readonly sweep = new Sweep();
  private readonly signals: readonly Signal[];

  /** Takes specifications that have been checked. */
  constructor(kinds: readonly ScoringKind[], specs: readonly SignalSpec[]) {
    const collector = new StreamCollector(kinds);
    this.signals = specs.map((spec) => compileSignal(spec, { sweep: this.sweep, collector }));
    this.sweep.route(collector.dispatch());
  }

  /** The signals' values at each instant, in the order of the specifications; NaN is missing. */
  observe(
    touchpoints: TouchpointColumns,
    facts: CustomerFacts,
    asOfMs: readonly number[],
  ): readonly (readonly number[])[] {
    this.sweep.begin(touchpoints, facts);
    for (const signal of this.signals) signal.reset();
    return asOfMs.map((instantMs) => {
      this.sweep.advanceTo(instantMs);
      return this.signals.map((signal) => signal.valueAt(instantMs));
    });
  }
}
