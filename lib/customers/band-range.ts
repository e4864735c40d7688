import { BANDS, type Band, type BandFloors } from "@/lib/bands/bands";
import { DEPARTED_OFFSET } from "@/lib/scores/departed-offset";

export type RiskRange = Readonly<{ from: number; to: number }>;

/** Everyone who can still be kept, and everyone who departed, as ranges of `risk_order`. */
export const CURRENT_RANGE: RiskRange = { from: 0, to: Number.POSITIVE_INFINITY };
export const DEPARTED_RANGE: RiskRange = { from: Number.NEGATIVE_INFINITY, to: 0 };

/** A band as a range of `risk_order`, its end excluded: what is in it is read from the order itself. */
export function bandRange(band: Band, floors: BandFloors, departed: "current" | "departed"): RiskRange {
  const above = BANDS[BANDS.indexOf(band) + 1];
  const shift = departed === "departed" ? DEPARTED_OFFSET : 0;
  return {
    from: (band === "calm" ? 0 : floors[band]) - shift,
    to: above === undefined || above === "calm" ? Number.POSITIVE_INFINITY : floors[above] - shift,
  };
}
