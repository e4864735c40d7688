import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { conditionsOf } from "@/lib/scoring/rules/conditions-of";
import { listComparisons } from "@/lib/scoring/rules/list-comparisons";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { compileSignal } from "@/lib/scoring/signals/compile-signal";
import { identifySignal } from "@/lib/scoring/signals/identify-signal";
import type { Signal, SignalContext } from "@/lib/scoring/signals/signal-type";

export interface CompiledSignals {
  readonly signals: readonly Signal[];
  /** The position in `signals` of each rule's signal; rules without one share a signal that is always 1. */
  readonly signalOfRule: Int32Array;
  /** The position in `signals` of a signal that one of the rules looks at. */
  positionOf(spec: SignalSpec): number;
}

/**
 * Compiles the signals of checked rules and of their conditions; those that look at the same thing share one signal.
 */
export function compileSignals(rules: readonly RuleDefinition[], context: SignalContext): CompiledSignals {
  const positions = new Map<string, number>();
  const signals: Signal[] = [];

  function positionOf(identity: string, compile: () => Signal): number {
    let position = positions.get(identity);
    if (position === undefined) {
      position = signals.push(compile()) - 1;
      positions.set(identity, position);
    }
    return position;
  }
  const positionOfSpec = (spec: SignalSpec) => positionOf(identifySignal(spec), () => compileSignal(spec, context));

  const signalOfRule = Int32Array.from(rules, ({ signal }) =>
    signal === undefined ? positionOf("always", () => ALWAYS) : positionOfSpec(signal),
  );
  for (const condition of rules.flatMap(conditionsOf)) {
    for (const { signal } of listComparisons(condition)) positionOfSpec(signal);
  }
  return { signals, signalOfRule, positionOf: positionOfSpec };
}

const ALWAYS: Signal = {
  reset() {},
  valueAt: () => 1,
  weighTouchpoints() {},
  factsAt: () => ({}),
};
