import { nameSubject } from "@/lib/scoring/reasons/name-subject";
import type { SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { SignalFacts } from "@/lib/scoring/signals/signal-type";
import type { ReasonText, ScoringKind } from "@/lib/scoring/types";

/** A signal in the abstract: "Number of complaints in 60 days" as a heading, or the same within a sentence. */
export function describeSignal(
  place: "rule" | "noun",
  { signal, label }: { readonly signal: SignalSpec; readonly label: string },
  kindByKey: ReadonlyMap<string, ScoringKind>,
): ReasonText {
  return {
    id: `${place}.${signal.type}`,
    values: { ...nameSubject({ signal, label }, kindByKey), ...parametersOf(signal) },
  };
}

function parametersOf<Kind extends SignalKind>(spec: SignalSpecs[Kind]): SignalFacts {
  return signalTypeOf(spec)?.parameters(spec) ?? {};
}
