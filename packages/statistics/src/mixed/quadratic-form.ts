import type { Matrix } from "../linear-algebra/matrix";

/** The number x' A x of a square matrix and as many numbers as it has rows; the variance of a contrast. */
export function quadraticForm(a: Matrix, x: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.rows; i += 1) {
    for (let j = 0; j < a.columns; j += 1) total += (x[i] ?? 0) * (a.values[i * a.columns + j] ?? 0) * (x[j] ?? 0);
  }
  return total;
}
