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

/** Fills `gradient` and the lower triangle of `hessian` of the negative log posterior; returns that. */
export function expand(
  problem: LogisticProblem,
  coefficients: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): number {
  const { rows, columns, design, outcomes, counts } = problem;
  let loss = expandPrior(problem, coefficients, gradient, hessian);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const outcome = outcomes[row] as number;
    const logit = dot(design, start, coefficients);
    const count = counts === undefined ? 1 : (counts[row] as number);
    const odds = Math.exp(-Math.abs(logit));
    loss += count * (Math.max(0, logit) + Math.log1p(odds) - outcome * logit);
    const probability = logit >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
    const residual = count * (probability - outcome);
    const curvature = (count * odds) / ((1 + odds) * (1 + odds));
    for (let i = 0; i < columns; i++) {
      const x = design[start + i] as number;
      if (x === 0) continue;
      gradient[i] = (gradient[i] as number) + residual * x;
      const scaled = curvature * x;
      const line = i * columns;
      for (let j = 0; j <= i; j++) {
        hessian[line + j] = (hessian[line + j] as number) + scaled * (design[start + j] as number);
      }
    }
  }
  return loss;
}

function expandPrior(
  problem: LogisticProblem,
  coefficients: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): number {
  let loss = 0;
  hessian.fill(0);
  for (let i = 0; i < problem.columns; i++) {
    const sd = problem.priorSds[i] as number;
    const off = deviation(problem, coefficients, i);
    loss += 0.5 * off * off;
    gradient[i] = off / sd;
    hessian[i * problem.columns + i] = 1 / (sd * sd);
  }
  return loss;
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
