/**
 * Cholesky factor L of a symmetric positive definite matrix (row by row, size × size): matrix = L Lᵀ. Written over
 * the lower half of a copy.
 * @throws RangeError when the matrix is not positive definite
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = matrix.slice();
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const rest = (factor[row * size + column] as number) - product(factor, size, row, column);
      if (row !== column) factor[row * size + column] = rest / (factor[column * size + column] as number);
      else if (rest > 0) factor[row * size + row] = Math.sqrt(rest);
      else throw new RangeError('The matrix is not positive definite');
    }
  }
  return factor;
}

function product(factor: Float64Array, size: number, row: number, column: number): number {
  const [a, b] = [row * size, column * size];
  let sum = 0;
  for (let at = 0; at < column; at += 1) sum += (factor[a + at] as number) * (factor[b + at] as number);
  return sum;
}

/** Solves L Lᵀ x = right by the factor, in place. */
export function choleskySolve(factor: Float64Array, size: number, right: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let rest = right[row] as number;
    for (let at = 0; at < row; at += 1) rest -= (factor[row * size + at] as number) * (right[at] as number);
    right[row] = rest / (factor[row * size + row] as number);
  }
  // Lᵀ by rows of L: each value found is taken from the rows above it.
  for (let row = size - 1; row >= 0; row -= 1) {
    const found = (right[row] as number) / (factor[row * size + row] as number);
    right[row] = found;
    for (let at = 0; at < row; at += 1)
      right[at] = (right[at] as number) - (factor[row * size + at] as number) * found;
  }
}
