import type { KindFilter } from "@/lib/scoring/signal-spec";
import type { ScoringKind } from "@/lib/scoring/types";

/** The kinds that a filter takes, in the order of the catalogue. */
export function resolveFilter(filter: KindFilter, kinds: readonly ScoringKind[]): readonly ScoringKind[] {
  return kinds.filter(
    (kind) =>
      (filter.kinds?.includes(kind.key) ?? true) &&
      (filter.categories?.includes(kind.category) ?? true) &&
      (filter.valences?.includes(kind.valence) ?? true),
  );
}
