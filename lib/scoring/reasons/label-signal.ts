import type { KindFilter, SignalKind, SignalSpec, SignalSpecs } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import type { ScoringKind } from "@/lib/scoring/types";

/**
 * A label for a signal that a condition looks at: what its filter takes, or what comes first and what next; `otherwise`
 * when it takes everything or has no filter.
 */
export function labelSignal(spec: SignalSpec, kindByKey: ReadonlyMap<string, ScoringKind>, otherwise: string): string {
  const filters = filtersOf(spec);
  const own = filters.filter(([name]) => name === "filter");
  const labels = (own.length > 0 ? own : filters).map(([, filter]) => labelFilter(filter, kindByKey));
  return labels.every((label) => label === "") ? otherwise : labels.join(" → ");
}

function labelFilter({ kinds, categories }: KindFilter, kindByKey: ReadonlyMap<string, ScoringKind>): string {
  if (kinds) return kinds.map((key) => kindByKey.get(key)?.label ?? key).join(", ");
  return categories?.join(", ") ?? "";
}

function filtersOf<Kind extends SignalKind>(spec: SignalSpecs[Kind]) {
  return signalTypeOf(spec)?.filters(spec) ?? [];
}
