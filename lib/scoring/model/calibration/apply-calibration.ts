import type { Calibration, IsotonicCalibration } from "@/lib/scoring/model/calibration/calibration";
import { sigmoid } from "@/lib/scoring/model/sigmoid";

/** The calibrated probability at a model's log-odds. */
export function applyCalibration(calibration: Calibration, logOdds: number): number {
  if (calibration.type === "platt") return sigmoid(calibration.intercept + calibration.slope * logOdds);
  return interpolate(calibration, logOdds);
}

function interpolate({ logOdds: points, probabilities }: IsotonicCalibration, logOdds: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle] as number) < logOdds) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return probabilities[0] as number;
  if (low === points.length) return probabilities[low - 1] as number;
  const [left, right] = [points[low - 1] as number, points[low] as number];
  const [below, above] = [probabilities[low - 1] as number, probabilities[low] as number];
  return below + ((above - below) * (logOdds - left)) / (right - left);
}
