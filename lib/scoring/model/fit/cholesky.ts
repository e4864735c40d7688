/**
 * Factorises a symmetric positive definite matrix as L L', in place: the lower triangle of `matrix` (row-major, `size` by
 * `size`) becomes L; the upper is left alone.
 *
 * @throws RangeError when the matrix is not positive definite.
 */
export function factorise(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] as number;
      for (let k = 0; k < column; k++) {
        rest -= (matrix[row * size + k] as number) * (matrix[column * size + k] as number);
      }
      if (column < row) matrix[row * size + column] = rest / (matrix[column * size + column] as number);
      else if (rest > 0) matrix[row * size + row] = Math.sqrt(rest);
      else throw new RangeError(`The matrix is not positive definite: pivot ${row} is ${rest}.`);
    }
  }
}

/** Solves L L' x = b for a factorised matrix; `vector` holds b before and x after. */
export function solveFactorised(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let rest = vector[row] as number;
    for (let k = 0; k < row; k++) rest -= (factor[row * size + k] as number) * (vector[k] as number);
    vector[row] = rest / (factor[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = vector[row] as number;
    for (let k = row + 1; k < size; k++) rest -= (factor[k * size + row] as number) * (vector[k] as number);
    vector[row] = rest / (factor[row * size + row] as number);
  }
}
