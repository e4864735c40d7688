import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { fitMapLogistic } from "@/lib/scoring/model/fit/fit-map-logistic";
import type { LogisticProblem } from "@/lib/scoring/model/fit/logistic-problem";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { describeMachine, median, peakMemoryMb } from "./lib/machine";
import { fitByTextbook } from "./lib/model-reference";

const ROWS = 50_000;
const COLUMNS = 60;
const ROUNDS = 3;
const AGREEMENT = 1e-6;

/**
 * The MAP logistic fit of 50,000 rows and 60 columns to its optimum, its seconds and the largest partial derivative left,
 * beside Newton's method as a textbook has it, which must find the same coefficients. Columns are those of a panel: half
 * numeric, half yes or no; one row in nine is a break-up.
 */
export async function benchModel(args: readonly string[]): Promise<object> {
  const problem = madeUp(args.includes("--small") ? ROWS / 10 : ROWS);
  const product = rounds(ROUNDS, () => fitMapLogistic(problem));
  const reference = rounds(1, () => fitByTextbook(problem));
  const apart = product.result.coefficients.map((value, at) => Math.abs(value - (reference.result[at] ?? Number.NaN)));
  const worst = Math.max(...apart);
  if (!(worst <= AGREEMENT)) throw new Error(`Product and reference differ by ${worst} in a coefficient.`);
  const { gradient, steps } = product.result;
  return {
    bench: "model",
    // As asked for by name: the fit's own seconds and gradient; `faster` is the ratio to the reference.
    ratios: { seconds: product.seconds, gradient, faster: reference.seconds / product.seconds },
    product: { seconds: product.seconds, gradient, steps, rows: problem.rows, columns: COLUMNS },
    reference: { seconds: reference.seconds, largestDifference: worst },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

/** The middle of a few rounds. */
function rounds<T>(count: number, solve: () => T): { seconds: number; result: T } {
  const found = Array.from({ length: count }, () => {
    const startedMs = performance.now();
    const result = solve();
    return { seconds: (performance.now() - startedMs) / 1000, result };
  });
  const [first] = found;
  if (!first) throw new RangeError("There must be at least one round.");
  return { seconds: median(found.map(({ seconds }) => seconds)), result: first.result };
}

function madeUp(rows: number): LogisticProblem {
  const uniform = seededUniform(20_260_630);
  const truth = Array.from({ length: COLUMNS }, (_, at) => (at === 0 ? -2.6 : (uniform() - 0.5) * 0.8));
  const design = new Float64Array(rows * COLUMNS);
  const outcomes = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let logit = 0;
    for (let column = 0; column < COLUMNS; column++) {
      const value = column === 0 ? 1 : column % 2 === 0 ? Number(uniform() < 0.3) : (uniform() - 0.5) * 3.46;
      design[row * COLUMNS + column] = value;
      logit += value * (truth[column] ?? 0);
    }
    outcomes[row] = Number(uniform() < sigmoid(logit));
  }
  const priorSds = Float64Array.from(truth, (_, at) => (at === 0 ? Number.POSITIVE_INFINITY : 1));
  return { rows, columns: COLUMNS, design, outcomes, priorMeans: new Float64Array(COLUMNS), priorSds };
}
