import { factorise, solveFactorised } from "@/lib/scoring/model/fit/cholesky";
import { curveAt, dot, type LogisticProblem, slopeAt } from "@/lib/scoring/model/fit/logistic-problem";

const TOLERANCE = 1e-8;
const MOST_STEPS = 100;
const SHORTEST_STEP = 2 ** -10;
/**
 * The furthest that a step may move the log-odds of a row. A longer one can end where probabilities are 0 and 1 to the last
 * digit and the curvature is none: from there no step leads back.
 */
const FURTHEST_LOG_ODDS = 8;
/** A step must lower the loss by this part, at least, of what the slope at its start promises (Armijo 1966). */
const SUFFICIENT = 1e-4;
/** Near the optimum the loss is flat to the last digits: a step that raises it by no more than this part is level. */
const ROUNDING = 1e-11;

export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Largest absolute partial derivative left: below 1e-8 unless the numbers themselves allow no better. */
  readonly gradient: number;
  readonly steps: number;
}

/**
 * The mode of the posterior of a logistic regression with independent Gaussian priors: minimises
 * sum(log loss) + 0.5 sum(((b - mean) / sd)^2) by Newton's method with a Cholesky factorisation, halving a step that does
 * not descend enough. No step moves a row's log-odds further than the curvature at its start can tell. The function is convex, so there is one answer whatever the data: with priors of finite width, also for
 * separated outcomes and constant or repeated columns. Columns should be of similar size.
 * Cost: 5 to 8 steps of rows x columns^2 / 2 multiplications; 8 bytes a row besides the design.
 *
 * @throws RangeError when the problem is malformed or has no answer (a free coefficient and outcomes all alike).
 */
export function fitMapLogistic(problem: LogisticProblem): LogisticFit {
  assertSolvable(problem);
  const place = startOf(problem);
  const hessian = new Float64Array(problem.columns ** 2);
  let steps = 0;
  while (steps < MOST_STEPS && largest(place.gradient) > TOLERANCE && stepFrom(place, problem, hessian)) steps++;
  return { coefficients: place.coefficients, gradient: largest(place.gradient), steps };
}

/** Where the search is: the loss there, and the slope and curvatures that belong to it. */
interface Place {
  coefficients: Float64Array;
  loss: number;
  readonly gradient: Float64Array;
  readonly curvatures: Float64Array;
}

function startOf(problem: LogisticProblem): Place {
  const coefficients = Float64Array.from(problem.priorMeans);
  const gradient = new Float64Array(problem.columns);
  const curvatures = new Float64Array(problem.rows);
  return { coefficients, gradient, curvatures, loss: slopeAt(problem, coefficients, gradient, curvatures) };
}

/** Goes down as the slope and the curvature say, and tells whether it could; otherwise the place is as it was. */
function stepFrom(place: Place, problem: LogisticProblem, hessian: Float64Array): boolean {
  const { coefficients: from, loss, gradient, curvatures } = place;
  const direction = gradient.slice();
  curveAt(problem, curvatures, hessian);
  factorise(hessian, problem.columns);
  solveFactorised(hessian, problem.columns, direction);
  const promised = direction.reduce((sum, one, at) => sum + one * (gradient[at] as number), 0);
  const level = loss + Math.abs(loss) * ROUNDING;
  const longest = Math.min(1, FURTHEST_LOG_ODDS / furthestMove(problem, direction));
  for (let length = longest; length >= longest * SHORTEST_STEP; length /= 2) {
    const coefficients = from.map((one, at) => one - length * (direction[at] as number));
    place.loss = slopeAt(problem, coefficients, gradient, curvatures);
    if (place.loss <= level - SUFFICIENT * length * promised) {
      place.coefficients = coefficients;
      return true;
    }
  }
  place.loss = slopeAt(problem, from, gradient, curvatures);
  return false;
}

/** How far the whole direction would move the log-odds of the row that it moves most. */
function furthestMove({ rows, columns, design }: LogisticProblem, direction: Float64Array): number {
  let most = 0;
  for (let row = 0; row < rows; row++) most = Math.max(most, Math.abs(dot(design, row * columns, direction)));
  return most;
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (const one of vector) most = Math.max(most, Math.abs(one));
  return most;
}

function assertSolvable(problem: LogisticProblem): void {
  const { rows, columns, design, outcomes, priorMeans, priorSds } = problem;
  if (design.length !== rows * columns) throw new RangeError(`The design must have ${rows * columns} numbers.`);
  if (outcomes.length !== rows) throw new RangeError(`There must be ${rows} outcomes.`);
  if (priorMeans.length !== columns || priorSds.length !== columns) {
    throw new RangeError(`There must be ${columns} priors.`);
  }
  if (!allOf(design, Number.isFinite)) throw new RangeError("The design must be finite.");
  if (!allOf(outcomes, (share) => share >= 0 && share <= 1)) throw new RangeError("Outcomes must be between 0 and 1.");
  if (!allOf(priorMeans, Number.isFinite)) throw new RangeError("Prior means must be finite.");
  if (!allOf(priorSds, (sd) => sd > 0)) throw new RangeError("Prior standard deviations must be above 0.");
  const isFree = !allOf(priorSds, Number.isFinite);
  if (isFree && (allOf(outcomes, (share) => share === 0) || allOf(outcomes, (share) => share === 1))) {
    throw new RangeError("Outcomes that are all alike leave a free coefficient without an answer.");
  }
}

function allOf(numbers: ArrayLike<number>, holds: (one: number) => boolean): boolean {
  for (let at = 0; at < numbers.length; at++) if (!holds(numbers[at] as number)) return false;
  return true;
}
