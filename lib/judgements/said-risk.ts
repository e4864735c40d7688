import { z } from "zod";
import { bandOf } from "@/lib/bands/band-of";
import { BANDS, type BandFloors } from "@/lib/bands/bands";
import type { SaidRisk } from "./judgement-view";

const storedBand = z.enum(BANDS);

/** What was said, from the columns of a judgement; null for what says neither band nor probability. */
export function saidRisk(band: string | null, probability: number | null, floors: BandFloors): SaidRisk | null {
  if (probability !== null) return { band: bandOf(probability, floors), probability };
  return band === null ? null : { band: storedBand.parse(band), probability: null };
}
