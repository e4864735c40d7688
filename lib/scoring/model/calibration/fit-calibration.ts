import type { Calibration } from "@/lib/scoring/model/calibration/calibration";
import { fitIsotonic } from "@/lib/scoring/model/calibration/fit-isotonic";
import { fitPlatt } from "@/lib/scoring/model/calibration/fit-platt";

/** From this many break-ups on, their number supports a calibration of any shape. */
const POSITIVES_FOR_ISOTONIC = 1_000;

/** Calibrates a model on rows it was not fitted on: Platt's two numbers when break-ups are few, isotonic when many. */
export function fitCalibration(logOdds: ArrayLike<number>, outcomes: ArrayLike<number>): Calibration {
  let positives = 0;
  for (let row = 0; row < outcomes.length; row++) positives += outcomes[row] as number;
  return positives < POSITIVES_FOR_ISOTONIC ? fitPlatt(logOdds, outcomes) : fitIsotonic(logOdds, outcomes);
}
