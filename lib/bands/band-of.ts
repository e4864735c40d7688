import type { Band, BandFloors } from "./bands";

/** The band of a probability, by the lowest probability of each band. */
export function bandOf(probability: number, floors: BandFloors): Band {
  if (probability >= floors.critical) return "critical";
  if (probability >= floors["at-risk"]) return "at-risk";
  return probability >= floors.watch ? "watch" : "calm";
}
