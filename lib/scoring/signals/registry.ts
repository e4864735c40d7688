import type { SignalKind, SignalSpecs } from "@/lib/scoring/signal-spec";
import { activeDaysSignal } from "@/lib/scoring/signals/active-days";
import { countSignal } from "@/lib/scoring/signals/count";
import { daysSinceSignal } from "@/lib/scoring/signals/days-since";
import { daysToRenewalSignal } from "@/lib/scoring/signals/days-to-renewal";
import { decayedSumSignal } from "@/lib/scoring/signals/decayed-sum";
import { lifetimeFrequencySignal } from "@/lib/scoring/signals/lifetime-frequency";
import { noPurchaseSignal } from "@/lib/scoring/signals/no-purchase";
import { seasonSignal } from "@/lib/scoring/signals/season";
import { sequenceSignal } from "@/lib/scoring/signals/sequence";
import type { SignalType } from "@/lib/scoring/signals/signal-type";
import { silenceSignal } from "@/lib/scoring/signals/silence";
import { sumSignal } from "@/lib/scoring/signals/sum";
import { tenureSignal } from "@/lib/scoring/signals/tenure";
import { traitIsSignal } from "@/lib/scoring/signals/trait-is";
import { traitNumberSignal } from "@/lib/scoring/signals/trait-number";
import { trendSignal } from "@/lib/scoring/signals/trend";
import { unresolvedSignal } from "@/lib/scoring/signals/unresolved";
import { valueSignal } from "@/lib/scoring/signals/value";

/** Every type of signal; the compiler refuses one that is specified but not here. */
const SIGNAL_TYPES: { readonly [Kind in SignalKind]: SignalType<Kind> } = {
  count: countSignal,
  "active-days": activeDaysSignal,
  sum: sumSignal,
  "decayed-sum": decayedSumSignal,
  "days-since": daysSinceSignal,
  silence: silenceSignal,
  trend: trendSignal,
  value: valueSignal,
  "days-to-renewal": daysToRenewalSignal,
  tenure: tenureSignal,
  "lifetime-frequency": lifetimeFrequencySignal,
  season: seasonSignal,
  unresolved: unresolvedSignal,
  sequence: sequenceSignal,
  "no-purchase": noPurchaseSignal,
  "trait-number": traitNumberSignal,
  "trait-is": traitIsSignal,
};

/** The type that a specification names; undefined when a configuration from outside names none there is. */
export function signalTypeOf<Kind extends SignalKind>(spec: SignalSpecs[Kind]): SignalType<Kind> | undefined {
  const kind = spec.type as Kind;
  return Object.hasOwn(SIGNAL_TYPES, kind) ? SIGNAL_TYPES[kind] : undefined;
}
