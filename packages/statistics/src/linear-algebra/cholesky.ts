import { at, createMatrix, type Matrix } from "./matrix";
import { entry } from "./vector";

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
  let logDeterminant = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let total = at(a, i, j);
      for (let k = 0; k < j; k += 1) total -= at(lower, i, k) * at(lower, j, k);
      if (j < i) {
        lower.values[i * n + j] = total / at(lower, j, j);
        continue;
      }
      if (!(total > SINGULAR * Math.abs(at(a, i, i)))) return { kind: "not-positive-definite" };
      lower.values[i * n + i] = Math.sqrt(total);
      logDeterminant += Math.log(total);
    }
  }
  const whiten = (b: ArrayLike<number>) => forwards(lower, b);
  const solve = (b: ArrayLike<number>) => backwards(lower, whiten(b));
  return { kind: "cholesky", lower, logDeterminant, whiten, solve, inverse: () => inverseBy(solve, n) };
}

function forwards(lower: Matrix, b: ArrayLike<number>): Float64Array {
  if (b.length !== lower.rows) throw new RangeError(`${b.length} values for ${lower.rows} rows`);
  const result = Float64Array.from(b);
  for (let i = 0; i < lower.rows; i += 1) {
    let total = entry(result, i);
    for (let j = 0; j < i; j += 1) total -= at(lower, i, j) * entry(result, j);
    result[i] = total / at(lower, i, i);
  }
  return result;
}

function backwards(lower: Matrix, b: Float64Array): Float64Array {
  for (let i = lower.rows - 1; i >= 0; i -= 1) {
    let total = entry(b, i);
    for (let j = i + 1; j < lower.rows; j += 1) total -= at(lower, j, i) * entry(b, j);
    b[i] = total / at(lower, i, i);
  }
  return b;
}

function inverseBy(solve: (b: ArrayLike<number>) => Float64Array, n: number): Matrix {
  const result = createMatrix(n, n);
  for (let j = 0; j < n; j += 1) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const solved = solve(unit);
    // Only the lower triangle is taken, so that the inverse is symmetric to the last digit.
    for (let i = j; i < n; i += 1) {
      result.values[i * n + j] = entry(solved, i);
      result.values[j * n + i] = entry(solved, i);
    }
  }
  return result;
}
