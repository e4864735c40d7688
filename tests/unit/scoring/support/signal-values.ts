import { Evaluator } from "@/lib/scoring/evaluator";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { Signal } from "@/lib/scoring/signals/signal-type";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";
import { facts, NOW_MS } from "./journey";
import { configuration, linearRule } from "./rules";

/** The values of one signal at ascending instants, from one sweep. */
export function signalValues(
  spec: SignalSpec,
  touchpoints: TouchpointColumns,
  asOfMs: readonly number[],
  known: CustomerFacts = facts(),
): readonly number[] {
  const evaluator = new Evaluator(configuration([linearRule("signal", spec)]));
  evaluator.begin(touchpoints, known);
  return asOfMs.map((instantMs) => {
    evaluator.evaluateAt(instantMs);
    return evaluator.values[0] as number;
  });
}

/** The value of one signal as of NOW_MS. */
export function signalNow(spec: SignalSpec, touchpoints: TouchpointColumns, known?: CustomerFacts): number {
  return signalValues(spec, touchpoints, [NOW_MS], known)[0] as number;
}

/** What a signal says about itself as of NOW_MS: its facts, and the weight of each touchpoint behind it. */
export function signalStory(spec: SignalSpec, touchpoints: TouchpointColumns, known: CustomerFacts = facts()) {
  const evaluator = new Evaluator(configuration([linearRule("signal", spec)]));
  evaluator.begin(touchpoints, known);
  evaluator.evaluateAt(NOW_MS);
  const signal = evaluator.signals[0] as Signal;
  const weights = new Map<number, number>();
  signal.weighTouchpoints(NOW_MS, (index, weight) => weights.set(index, (weights.get(index) ?? 0) + weight));
  return { facts: signal.factsAt(NOW_MS, evaluator.values[0] as number), weights: Object.fromEntries(weights) };
}
