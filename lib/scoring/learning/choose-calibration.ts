import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { meanLogLoss } from "@/lib/scoring/learning/cross-validate";
import type { Fold } from "@/lib/scoring/learning/grouped-folds";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";
import { fitCalibration } from "@/lib/scoring/model/calibration/fit-calibration";

/**
 * Calibrates out-of-fold log-odds, if that pays: a calibration fitted on the other folds must have a lower log loss than
 * the log-odds as they are. Otherwise null, and probabilities are the model's own.
 */
export function chooseCalibration(
  logOdds: Float64Array,
  outcomes: ArrayLike<number>,
  folds: readonly Fold[],
): Calibration | null {
  const calibrated = new Float64Array(logOdds.length);
  for (const { training, held } of folds) {
    const calibration = fitCalibration(
      Float64Array.from(training, (row) => logOdds[row] as number),
      Uint8Array.from(training, (row) => outcomes[row] as number),
    );
    for (const row of held) calibrated[row] = calibratedLogOdds(calibration, logOdds[row] as number);
  }
  if (meanLogLoss(calibrated, outcomes) >= meanLogLoss(logOdds, outcomes)) return null;
  return fitCalibration(logOdds, outcomes);
}
