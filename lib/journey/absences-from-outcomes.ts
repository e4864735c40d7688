import type { Absence } from "@/lib/journey/absence";

/** An outcome as a person or a file recorded it. */
export interface DatedOutcome {
  readonly type: "break-up" | "renewal" | "downgrade" | "return";
  readonly occurredOnMs: number;
}

/**
 * Times between each recorded break-up and the return after it. A break-up before the start belongs to an earlier
 * relationship; a second one without a return in between changes nothing. On the same day the break-up came first.
 */
export function absencesFromOutcomes(outcomes: readonly DatedOutcome[], startMs: number): readonly Absence[] {
  const ends = outcomes
    .filter(({ type, occurredOnMs }) => (type === "break-up" || type === "return") && occurredOnMs >= startMs)
    .sort((a, b) => a.occurredOnMs - b.occurredOnMs || (a.type < b.type ? -1 : 1));

  const absences: Absence[] = [];
  let goneFromMs: number | null = null;
  for (const { type, occurredOnMs } of ends) {
    if (type === "break-up") goneFromMs ??= occurredOnMs;
    else if (goneFromMs !== null) {
      absences.push({ fromMs: goneFromMs, toMs: occurredOnMs });
      goneFromMs = null;
    }
  }
  if (goneFromMs !== null) absences.push({ fromMs: goneFromMs, toMs: Number.POSITIVE_INFINITY });
  return absences;
}
