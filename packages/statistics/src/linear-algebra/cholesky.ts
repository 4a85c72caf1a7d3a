import { createMatrix, type Matrix } from "./matrix";

/** A diagonal entry that shrinks below this share of itself is taken for zero. */
const SINGULAR = 1e-14;

/** A = L L' of a symmetric positive definite matrix. */
export interface Cholesky {
  readonly kind: "cholesky";
  /** L, with zeros above the diagonal. */
  readonly lower: Matrix;
  /** log det A. */
  readonly logDeterminant: number;
  /** A^-1 b. */
  solve(b: ArrayLike<number>): Float64Array;
  /** L^-1 b, whose squared length is b' A^-1 b. */
  whiten(b: ArrayLike<number>): Float64Array;
  /** A^-1. */
  inverse(): Matrix;
}

/**
 * Cholesky decomposition of a symmetric matrix, of which only the lower triangle is read. R: t(chol(a)).
 * @throws RangeError when the matrix is not square
 */
export function choleskyDecompose(a: Matrix): Cholesky | { readonly kind: "not-positive-definite" } {
  const n = a.rows;
  if (a.columns !== n) throw new RangeError(`${n} rows and ${a.columns} columns`);
  const lower = createMatrix(n, n);
  const l = lower.values;
  let logDeterminant = 0;
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    for (let j = 0; j <= i; j += 1) {
      const other = j * n;
      let total = a.values[row + j] ?? 0;
      for (let k = 0; k < j; k += 1) total -= (l[row + k] ?? 0) * (l[other + k] ?? 0);
      if (j < i) {
        l[row + j] = total / (l[other + j] ?? 0);
        continue;
      }
      if (!(total > SINGULAR * Math.abs(a.values[row + i] ?? 0))) return { kind: "not-positive-definite" };
      l[row + i] = Math.sqrt(total);
      logDeterminant += Math.log(total);
    }
  }
  const whiten = (b: ArrayLike<number>) => forwards(lower, b);
  const solve = (b: ArrayLike<number>) => backwards(lower, whiten(b));
  return { kind: "cholesky", lower, logDeterminant, whiten, solve, inverse: () => inverseOf(lower) };
}

/** @param from the entries of b before it are 0 */
function forwards(lower: Matrix, b: ArrayLike<number>, from = 0): Float64Array {
  const n = lower.rows;
  if (b.length !== n) throw new RangeError(`${b.length} values for ${n} rows`);
  const result = new Float64Array(b);
  for (let i = from; i < n; i += 1) {
    const row = i * n;
    let total = result[i] ?? 0;
    for (let j = from; j < i; j += 1) total -= (lower.values[row + j] ?? 0) * (result[j] ?? 0);
    result[i] = total / (lower.values[row + i] ?? 0);
  }
  return result;
}

/** @param downTo the last entry that is asked for */
function backwards(lower: Matrix, b: Float64Array, downTo = 0): Float64Array {
  const n = lower.rows;
  for (let i = n - 1; i >= downTo; i -= 1) {
    let total = b[i] ?? 0;
    for (let j = i + 1; j < n; j += 1) total -= (lower.values[j * n + i] ?? 0) * (b[j] ?? 0);
    b[i] = total / (lower.values[i * n + i] ?? 0);
  }
  return b;
}

function inverseOf(lower: Matrix): Matrix {
  const n = lower.rows;
  const result = createMatrix(n, n);
  for (let j = 0; j < n; j += 1) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    // Only the lower triangle is computed, so that the inverse is symmetric to the last digit.
    const solved = backwards(lower, forwards(lower, unit, j), j);
    for (let i = j; i < n; i += 1) {
      result.values[i * n + j] = solved[i] ?? 0;
      result.values[j * n + i] = solved[i] ?? 0;
    }
  }
  return result;
}
