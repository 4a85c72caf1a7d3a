import { createMatrix, type Matrix } from "../linear-algebra/matrix";

/** R^-1 v for an upper triangular R: coefficients of X from coefficients of Q. */
export function backTransform(upper: Matrix, vector: ArrayLike<number>): Float64Array {
  const n = upper.rows;
  const result = new Float64Array(n);
  for (let i = n - 1; i >= 0; i -= 1) {
    let total = vector[i] ?? 0;
    for (let j = i + 1; j < n; j += 1) total -= (upper.values[i * n + j] ?? 0) * (result[j] ?? 0);
    result[i] = total / (upper.values[i * n + i] ?? 1);
  }
  return result;
}

/** R^-1 C R^-T times a factor: a covariance of coefficients of X from that of coefficients of Q. */
export function backTransformCovariance(upper: Matrix, covariance: Matrix, factor: number): Matrix {
  const n = upper.rows;
  const half = createMatrix(n, n);
  for (let j = 0; j < n; j += 1) {
    const column = Float64Array.from({ length: n }, (_, i) => covariance.values[i * n + j] ?? 0);
    // Row j of C R^-T is column j of R^-1 C, as C is symmetric.
    half.values.set(backTransform(upper, column), j * n);
  }
  const result = createMatrix(n, n);
  for (let j = 0; j < n; j += 1) {
    const column = Float64Array.from({ length: n }, (_, i) => half.values[i * n + j] ?? 0);
    backTransform(upper, column).forEach((value, i) => {
      result.values[i * n + j] = factor * value;
    });
  }
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) result.values[j * n + i] = result.values[i * n + j] ?? 0;
  }
  return result;
}
