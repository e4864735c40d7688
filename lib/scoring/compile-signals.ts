import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { Signal, SignalContext } from "@/lib/scoring/signals/signal-type";

export interface CompiledSignals {
  readonly signals: readonly Signal[];
  /** The position in `signals` of each rule's signal. */
  readonly signalOfRule: Int32Array;
}

/** Compiles the signals of checked rules; rules that look at the same thing share one signal. */
export function compileSignals(rules: readonly RuleDefinition[], context: SignalContext): CompiledSignals {
  const positions = new Map<string, number>();
  const signals: Signal[] = [];
  const signalOfRule = new Int32Array(rules.length);
  rules.forEach((rule, at) => {
    const identity = canonical(rule.signal);
    let position = positions.get(identity);
    if (position === undefined) {
      position = signals.push(compileSignal(rule.signal, context)) - 1;
      positions.set(identity, position);
    }
    signalOfRule[at] = position;
  });
  return { signals, signalOfRule };
}

function compileSignal<Kind extends SignalKind>(spec: SignalSpecs[Kind], context: SignalContext): Signal {
  const type = signalTypeOf(spec);
  if (type === undefined) throw new RangeError(`There is no signal "${spec.type}".`);
  return type.compile(spec, context);
}

/** Equal for specifications that differ only in the order of their properties. */
function canonical(spec: SignalSpec): string {
  return JSON.stringify(spec, (_key, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
