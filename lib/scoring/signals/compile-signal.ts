import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { Signal, SignalContext } from "@/lib/scoring/signals/signal-type";

/** Compiles a checked specification. @throws RangeError for a type of signal that there is not */
export function compileSignal(spec: SignalSpec, context: SignalContext): Signal {
  return compileOf(spec, context);
}

function compileOf<Kind extends SignalKind>(spec: SignalSpecs[Kind], context: SignalContext): Signal {
  const type = signalTypeOf(spec);
  if (type === undefined) throw new RangeError(`There is no signal "${spec.type}".`);
  return type.compile(spec, context);
}
