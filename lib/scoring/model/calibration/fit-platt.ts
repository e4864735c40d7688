import type { PlattCalibration } from "@/lib/scoring/model/calibration/calibration";
import { fitMapLogistic } from "@/lib/scoring/model/fit/fit-map-logistic";

/** Wide enough to leave the data alone, narrow enough that there is always an answer. */
const SLOPE_SD = 10;

/**
 * Platt scaling: a logistic regression of the outcome on the model's log-odds. Outcomes are drawn in from 0 and 1 as if
 * one more of each had been seen, so that few rows cannot claim certainty.
 * Source: Platt 1999, Probabilistic outputs for support vector machines, section 2.2.
 */
export function fitPlatt(logOdds: ArrayLike<number>, outcomes: ArrayLike<number>): PlattCalibration {
  const rows = logOdds.length;
  let positives = 0;
  for (let row = 0; row < rows; row++) positives += outcomes[row] as number;
  const happened = (positives + 1) / (positives + 2);
  const didNot = 1 / (rows - positives + 2);

  const design = new Float64Array(rows * 2);
  const targets = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    design[row * 2] = 1;
    design[row * 2 + 1] = logOdds[row] as number;
    targets[row] = (outcomes[row] as number) > 0.5 ? happened : didNot;
  }
  const { coefficients } = fitMapLogistic({
    rows,
    columns: 2,
    design,
    outcomes: targets,
    priorMeans: [0, 1],
    priorSds: [SLOPE_SD, SLOPE_SD],
  });
  return { type: "platt", intercept: coefficients[0] as number, slope: coefficients[1] as number };
}
