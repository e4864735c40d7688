import type { ScoringKind, TouchpointColumns } from "@/lib/scoring/types";

/** Times of the touchpoints whose kind keeps a relationship alive, ascending. */
export function activityTimes(
  touchpoints: TouchpointColumns,
  kinds: readonly ScoringKind[],
  activeKinds: readonly string[],
): Float64Array {
  const ids = new Set(kinds.filter((kind) => activeKinds.includes(kind.key)).map((kind) => kind.id));
  const times = new Float64Array(touchpoints.length);
  let count = 0;
  for (let row = 0; row < touchpoints.length; row += 1) {
    if (!ids.has(touchpoints.kindId[row] ?? -1)) continue;
    times[count] = touchpoints.occurredAtMs[row] ?? 0;
    count += 1;
  }
  return times.subarray(0, count);
}
