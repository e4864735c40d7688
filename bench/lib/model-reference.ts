import type { LogisticProblem } from "@/lib/scoring/model/fit/logistic-problem";

const STEPS = 25;
const SMALL_STEP = 1e-10;

/**
 * Newton's method for a logistic regression with Gaussian priors as a textbook has it (Hastie, Tibshirani and Friedman,
 * The Elements of Statistical Learning, 4.4.1): X'WX row by row, and the linear system by Gaussian elimination.
 */
export function fitByTextbook({ rows, columns, design, outcomes, priorMeans, priorSds }: LogisticProblem): number[] {
  const coefficients = Array.from(priorMeans);
  for (let step = 0; step < STEPS; step++) {
    const system = coefficients.map((value, at) => {
      const precision = (priorSds[at] ?? 1) ** -2;
      const line = new Array<number>(columns + 1).fill(0);
      line[at] = precision;
      line[columns] = ((priorMeans[at] ?? 0) - value) * precision;
      return line;
    });
    for (let row = 0; row < rows; row++) {
      const x = design.subarray(row * columns, (row + 1) * columns);
      const logit = x.reduce((sum, value, at) => sum + value * (coefficients[at] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-logit));
      addRow(system, x, { weight: probability * (1 - probability), residual: (outcomes[row] ?? 0) - probability });
    }
    const change = solve(system);
    change.forEach((by, at) => {
      coefficients[at] = (coefficients[at] ?? 0) + by;
    });
    if (Math.max(...change.map(Math.abs)) < SMALL_STEP) break;
  }
  return coefficients;
}

function addRow(
  system: number[][],
  x: Float64Array,
  { weight, residual }: Readonly<{ weight: number; residual: number }>,
): void {
  const columns = x.length;
  for (let i = 0; i < columns; i++) {
    const line = system[i] ?? [];
    const scaled = weight * (x[i] ?? 0);
    for (let j = 0; j < columns; j++) line[j] = (line[j] ?? 0) + scaled * (x[j] ?? 0);
    line[columns] = (line[columns] ?? 0) + residual * (x[i] ?? 0);
  }
}

/** Solves a system whose last column is the right side, by Gauss-Jordan elimination: the matrix is positive definite. */
function solve(system: number[][]): number[] {
  system.forEach((pivotLine, at) => {
    const pivot = pivotLine[at] ?? Number.NaN;
    for (let column = at; column < pivotLine.length; column++) pivotLine[column] = (pivotLine[column] ?? 0) / pivot;
    system.forEach((line, other) => {
      const factor = line[at] ?? 0;
      if (other === at || factor === 0) return;
      for (let column = at; column < line.length; column++) {
        line[column] = (line[column] ?? 0) - factor * (pivotLine[column] ?? 0);
      }
    });
  });
  return system.map((line) => line.at(-1) ?? Number.NaN);
}
