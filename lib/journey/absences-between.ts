import type { Absence } from "@/lib/journey/absence";
import { DAY_MS } from "@/lib/scoring/day";

/**
 * Absences of a customer whose break-up is inactivity: each begins `days` after an activity (or after the start) that no
 * other followed by then, and ends at the next activity. Only what is known as of asOf counts.
 */
export function absencesBetween(
  activityTimesMs: ArrayLike<number>,
  { days, startMs, asOfMs }: { readonly days: number; readonly startMs: number; readonly asOfMs: number },
): readonly Absence[] {
  const patienceMs = days * DAY_MS;
  const absences: Absence[] = [];
  let lastMs = startMs;
  for (let at = 0; at < activityTimesMs.length; at++) {
    const timeMs = activityTimesMs[at] as number;
    if (timeMs > asOfMs) break;
    if (timeMs <= lastMs) continue;
    if (timeMs > lastMs + patienceMs) absences.push({ fromMs: lastMs + patienceMs, toMs: timeMs });
    lastMs = timeMs;
  }
  if (asOfMs >= lastMs + patienceMs) absences.push({ fromMs: lastMs + patienceMs, toMs: Number.POSITIVE_INFINITY });
  return absences;
}
