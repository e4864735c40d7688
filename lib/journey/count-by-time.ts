import { type TimeRange, timeScale } from "@/lib/journey/time-scale";

/** How many instants lie in each of `slots` equal parts of a range; those outside are left out. One pass. */
export function countByTime(instantsMs: ArrayLike<number>, range: TimeRange, slots: number): readonly number[] {
  const counts = new Array<number>(slots).fill(0);
  const xOf = timeScale(range);
  for (let at = 0; at < instantsMs.length; at += 1) {
    const instantMs = instantsMs[at] ?? Number.NaN;
    if (!(instantMs >= range.fromMs && instantMs <= range.toMs)) continue;
    const slot = Math.min(slots - 1, Math.floor(xOf(instantMs) * slots));
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}
