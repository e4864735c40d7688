import { evaluatePredictions } from "@/lib/scoring/evaluation/evaluate-predictions";
import { calibratedLogOdds } from "@/lib/scoring/learning/calibrated-log-odds";
import { meanLogLoss } from "@/lib/scoring/learning/cross-validate";
import type { Fold } from "@/lib/scoring/learning/grouped-folds";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";
import { fitCalibration } from "@/lib/scoring/model/calibration/fit-calibration";
import { fitPlatt } from "@/lib/scoring/model/calibration/fit-platt";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

type FitCalibration = (logOdds: ArrayLike<number>, outcomes: ArrayLike<number>) => Calibration | null;

/** The simplest first. */
const CHOICES: readonly FitCalibration[] = [() => null, fitPlatt, fitCalibration];
/** Log losses that lie closer than this are alike, and the smaller calibration error decides. */
const ALIKE = 2e-4;

/**
 * Calibrates out-of-fold log-odds, if that pays: none, Platt's or (above 1,000 break-ups) isotonic, by the log loss of rows
 * held out from the calibration, and where that is alike by their calibration error. Null: none.
 */
export function chooseCalibration(
  logOdds: Float64Array,
  outcomes: ArrayLike<number>,
  folds: readonly Fold[],
): Calibration | null {
  const measured = CHOICES.map((calibrate) => {
    const calibrated = crossCalibrate(calibrate, logOdds, outcomes, folds);
    const { ece } = evaluatePredictions(calibrated.map(sigmoid), outcomes, { resamples: 1, seed: 1 });
    return { calibrate, logLoss: meanLogLoss(calibrated, outcomes), ece: ece.value };
  });
  const least = Math.min(...measured.map(({ logLoss }) => logLoss));
  const alike = measured.filter(({ logLoss }) => logLoss <= least + ALIKE);
  const chosen = alike.reduce((best, one) => (one.ece < best.ece ? one : best));
  return chosen.calibrate(logOdds, outcomes);
}

function crossCalibrate(
  calibrate: FitCalibration,
  logOdds: Float64Array,
  outcomes: ArrayLike<number>,
  folds: readonly Fold[],
): Float64Array {
  const calibrated = new Float64Array(logOdds.length);
  for (const { training, held } of folds) {
    const calibration = calibrate(
      Float64Array.from(training, (row) => logOdds[row] as number),
      Uint8Array.from(training, (row) => outcomes[row] as number),
    );
    for (const row of held) calibrated[row] = calibratedLogOdds(calibration, logOdds[row] as number);
  }
  return calibrated;
}
