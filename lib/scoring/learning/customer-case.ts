import type { DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";

/** Everything that learning and scoring look at of one customer, whether it came from a database or from files. */
export interface CustomerCase {
  readonly externalId: string;
  readonly facts: CustomerFacts;
  readonly outcomes: readonly DatedOutcome[];
  readonly touchpoints: TouchpointColumns;
  /**
   * By touchpoint, the instant from which it was known; left out where all were known when they happened. For an as-of
   * instant before it the touchpoint is not there, whenever it is dated.
   */
  readonly knownFromMs?: Float64Array;
  /** For as-of instants up to this one, all counts as known when it happened: it is history that was loaded at the start. */
  readonly arrivalsFromMs?: number;
}
