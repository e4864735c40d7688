import { BANDS, type BandFloors } from "@/lib/bands/bands";
import type { SaidRisk } from "./judgement-view";

export type Nearer = "person" | "model" | "neither";

/** Distances that differ by less are the same. */
const SAME = 1e-9;

/**
 * Who was nearer to what happened. Errors are squared distances between what was said and what happened (1 for a
 * break-up, 0 for none), as in the Brier score; a band counts as its middle.
 */
export function whoWasNearer(
  person: SaidRisk,
  model: SaidRisk,
  brokeUp: boolean,
  floors: BandFloors,
): Readonly<{ nearer: Nearer; personError: number; modelError: number }> {
  const happened = brokeUp ? 1 : 0;
  const personError = (probabilityOf(person, floors) - happened) ** 2;
  const modelError = (probabilityOf(model, floors) - happened) ** 2;
  if (Math.abs(personError - modelError) < SAME) return { nearer: "neither", personError, modelError };
  return { nearer: personError < modelError ? "person" : "model", personError, modelError };
}

function probabilityOf({ band, probability }: SaidRisk, floors: BandFloors): number {
  if (probability !== null) return probability;
  const edges = [0, floors.watch, floors["at-risk"], floors.critical, 1];
  const at = BANDS.indexOf(band);
  return ((edges[at] ?? 0) + (edges[at + 1] ?? 1)) / 2;
}
