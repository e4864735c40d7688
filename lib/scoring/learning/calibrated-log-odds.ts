import { applyCalibration } from "@/lib/scoring/model/calibration/apply-calibration";
import type { Calibration } from "@/lib/scoring/model/calibration/calibration";

/** Probabilities are kept this far from 0 and 1, so that log-odds are finite. */
const CLIP = 1e-6;

/** Log-odds after calibration; as they are without one. */
export function calibratedLogOdds(calibration: Calibration | null, logOdds: number): number {
  if (!calibration) return logOdds;
  if (calibration.type === "platt") return calibration.intercept + calibration.slope * logOdds;
  const probability = Math.min(1 - CLIP, Math.max(CLIP, applyCalibration(calibration, logOdds)));
  return Math.log(probability / (1 - probability));
}
