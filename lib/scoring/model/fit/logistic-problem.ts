/** Rows, outcomes and priors of a MAP logistic regression. An intercept is a column of ones. */
export interface LogisticProblem {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, `rows` by `columns`. */
  readonly design: Float64Array;
  /** 1 for a break-up, 0 for none; values in between are shares of both. */
  readonly outcomes: ArrayLike<number>;
  /** How often each row counts, at least 0; once when left out. */
  readonly counts?: ArrayLike<number>;
  /** Gaussian prior of each coefficient. A standard deviation of Infinity leaves it free. */
  readonly priorMeans: ArrayLike<number>;
  readonly priorSds: ArrayLike<number>;
}

/**
 * Fills `gradient` of the negative log posterior and, by row, the `curvatures` that its second derivatives are made of;
 * returns the negative log posterior. Cost: two passes over a row's values while they are at hand.
 */
export function slopeAt(
  problem: LogisticProblem,
  coefficients: Float64Array,
  gradient: Float64Array,
  curvatures: Float64Array,
): number {
  const { rows, columns, design, outcomes, counts } = problem;
  let loss = slopeOfPrior(problem, coefficients, gradient);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const outcome = outcomes[row] as number;
    const logit = dot(design, start, coefficients);
    const count = counts === undefined ? 1 : (counts[row] as number);
    const odds = Math.exp(-Math.abs(logit));
    loss += count * (Math.max(0, logit) + Math.log1p(odds) - outcome * logit);
    const probability = logit >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
    const residual = count * (probability - outcome);
    curvatures[row] = (count * odds) / ((1 + odds) * (1 + odds));
    for (let i = 0; i < columns; i++) {
      gradient[i] = (gradient[i] as number) + residual * (design[start + i] as number);
    }
  }
  return loss;
}

function slopeOfPrior(problem: LogisticProblem, coefficients: Float64Array, gradient: Float64Array): number {
  let loss = 0;
  for (let i = 0; i < problem.columns; i++) {
    const off = deviation(problem, coefficients, i);
    loss += 0.5 * off * off;
    gradient[i] = off / (problem.priorSds[i] as number);
  }
  return loss;
}

/**
 * Fills the lower triangle of `hessian`: X' diag(curvatures) X and the prior's share. rows x columns^2 / 2 multiplications,
 * nearly all the time of a fit. Four rows are added at once, since then each entry is fetched and stored once for the four
 * of them: a third of the time of one row after another. Four rows without a value in a column are passed over, as rows of
 * bins and levels often are.
 */
export function curveAt(problem: LogisticProblem, curvatures: Float64Array, hessian: Float64Array): void {
  const { rows, columns, design } = problem;
  hessian.fill(0);
  for (let i = 0; i < columns; i++) hessian[i * columns + i] = 1 / (problem.priorSds[i] as number) ** 2;
  const inFours = rows - (rows % 4);
  for (let row = 0; row < inFours; row += 4) addFourRows(design, columns, row, curvatures, hessian);
  for (let row = inFours; row < rows; row++) addRow(design, columns, row, curvatures, hessian);
}

function addFourRows(
  design: Float64Array,
  columns: number,
  row: number,
  curvatures: Float64Array,
  hessian: Float64Array,
): void {
  const a = row * columns;
  const b = a + columns;
  const c = b + columns;
  const d = c + columns;
  for (let i = 0; i < columns; i++) {
    const atA = (curvatures[row] as number) * (design[a + i] as number);
    const atB = (curvatures[row + 1] as number) * (design[b + i] as number);
    const atC = (curvatures[row + 2] as number) * (design[c + i] as number);
    const atD = (curvatures[row + 3] as number) * (design[d + i] as number);
    if (atA === 0 && atB === 0 && atC === 0 && atD === 0) continue;
    const line = i * columns;
    for (let j = 0; j <= i; j++) {
      hessian[line + j] =
        (hessian[line + j] as number) +
        (atA * (design[a + j] as number) +
          atB * (design[b + j] as number) +
          atC * (design[c + j] as number) +
          atD * (design[d + j] as number));
    }
  }
}

function addRow(
  design: Float64Array,
  columns: number,
  row: number,
  curvatures: Float64Array,
  hessian: Float64Array,
): void {
  const start = row * columns;
  for (let i = 0; i < columns; i++) {
    const scaled = (curvatures[row] as number) * (design[start + i] as number);
    const line = i * columns;
    for (let j = 0; j <= i; j++) {
      hessian[line + j] = (hessian[line + j] as number) + scaled * (design[start + j] as number);
    }
  }
}

/** How many prior standard deviations a coefficient lies from its prior mean. */
function deviation({ priorMeans, priorSds }: LogisticProblem, coefficients: Float64Array, at: number): number {
  return ((coefficients[at] as number) - (priorMeans[at] as number)) / (priorSds[at] as number);
}

/** The log-odds of one row, whose values begin at `start`. */
export function dot(design: Float64Array, start: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < coefficients.length; i++) sum += (design[start + i] as number) * (coefficients[i] as number);
  return sum;
}
