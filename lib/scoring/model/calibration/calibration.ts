/** How a model's log-odds become probabilities that can be taken at their word; plain data, to be stored with the model. */
export type Calibration = PlattCalibration | IsotonicCalibration;

/** log-odds' = intercept + slope x log-odds. */
export interface PlattCalibration {
  readonly type: "platt";
  readonly intercept: number;
  readonly slope: number;
}

/** Straight lines between points; constant before the first and after the last. Both lists ascend. */
export interface IsotonicCalibration {
  readonly type: "isotonic";
  readonly logOdds: readonly number[];
  readonly probabilities: readonly number[];
}
