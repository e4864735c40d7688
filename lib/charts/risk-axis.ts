import type { Band } from "@/lib/bands/bands";
import type { JourneyView } from "@/lib/journey/journey-view";

type BandFloor = Readonly<{
  band: Exclude<Band, "calm">;
  probability: number;
  /** Per cent from the top. */
  y: number;
  /** Whether there is room for its name. */
  named: boolean;
}>;

export type RiskAxis = Readonly<{
  /** The probability at the top of the axis, which starts at 0. */
  top: number;
  /** Per cent from the top. */
  yOf: (probability: number) => number;
  /** The lowest probability of each band above calm, worst first. */
  floors: readonly BandFloor[];
}>;

/** Tops that the axis may have: the lowest that leaves room above the curve and the highest band. */
const TOPS = [0.1, 0.25, 0.5, 1] as const;
/** A band's name needs about that share of the height. */
const NAME_HEIGHT = 11;
const FLOORS = ["critical", "at-risk", "watch"] as const;

/** The risk axis of a stretch of a journey. */
export function riskAxis({ curve, bandFloors }: Pick<JourneyView, "curve" | "bandFloors">): RiskAxis {
  const highest = Math.max(bandFloors.critical, ...curve.map((point) => point.probability));
  const top = TOPS.find((candidate) => candidate >= highest * 1.1) ?? 1;
  const yOf = (probability: number) => (1 - probability / top) * 100;
  const ys = FLOORS.map((band) => yOf(bandFloors[band]));
  const floors = FLOORS.map((band, index) => {
    const y = ys[index] ?? 0;
    return { band, probability: bandFloors[band], y, named: y - (ys[index - 1] ?? 0) >= NAME_HEIGHT };
  });
  return { top, yOf, floors };
}
