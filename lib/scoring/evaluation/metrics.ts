import { areaUnderCurve } from "@/lib/scoring/evaluation/area-under-curve";
import { averagePrecision } from "@/lib/scoring/evaluation/average-precision";
import { brierScore } from "@/lib/scoring/evaluation/brier-score";
import { calibrationSlope } from "@/lib/scoring/evaluation/calibration-slope";
import { expectedCalibrationError } from "@/lib/scoring/evaluation/expected-calibration-error";
import { liftAtTenth } from "@/lib/scoring/evaluation/lift-at-tenth";
import { logLoss } from "@/lib/scoring/evaluation/log-loss";
import type { Metric } from "@/lib/scoring/evaluation/predictions";

/** Every metric by the name under which it is reported. */
export const METRICS = {
  auc: areaUnderCurve,
  averagePrecision,
  brier: brierScore,
  logLoss,
  ece: expectedCalibrationError,
  slope: calibrationSlope,
  lift10: liftAtTenth,
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;
