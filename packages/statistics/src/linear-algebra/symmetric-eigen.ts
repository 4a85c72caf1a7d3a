import { at, createMatrix, identity, type Matrix } from "./matrix";
import { entry } from "./vector";

const MAXIMUM_SWEEPS = 60;
/** An eigenvalue below this share of the largest counts as zero in a pseudo-inverse. */
const NEGLIGIBLE = 1e-12;

/** A = V diag(values) V' of a symmetric matrix. */
export interface SymmetricEigen {
  /** From the largest to the smallest. */
  readonly values: Float64Array;
  /** Orthonormal; column j belongs to value j. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and vectors of a symmetric matrix, of which the lower triangle is read, by cyclic Jacobi rotations:
 * slower than tridiagonal methods and more accurate for small eigenvalues. Source: Golub and Van Loan, Matrix
 * Computations, section 8.5. R: eigen(a, symmetric = TRUE), up to the sign of the vectors.
 * @throws RangeError when the matrix is not square
 */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const n = a.rows;
  if (a.columns !== n) throw new RangeError(`${n} rows and ${a.columns} columns`);
  const work = createMatrix(n, n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) work.values[i * n + j] = at(a, Math.max(i, j), Math.min(i, j));
  }
  const vectors = identity(n);
  for (let sweep = 0; sweep < MAXIMUM_SWEEPS; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < n - 1; p += 1) {
      for (let q = p + 1; q < n; q += 1) rotated = rotate(work, vectors, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const order = Array.from({ length: n }, (_, index) => index).sort((i, j) => at(work, j, j) - at(work, i, i));
  const sorted = createMatrix(n, n);
  order.forEach((source, target) => {
    for (let row = 0; row < n; row += 1) sorted.values[row * n + target] = at(vectors, row, source);
  });
  return { values: Float64Array.from(order, (index) => at(work, index, index)), vectors: sorted };
}

/** A^power of a symmetric matrix, leaving out eigenvalues that are zero or negative; power -1/2 for CR2 errors. */
export function symmetricPower(a: Matrix, power: number, negligible = NEGLIGIBLE): Matrix {
  const { values, vectors } = symmetricEigen(a);
  const n = a.rows;
  const floor = negligible * Math.max(0, values[0] ?? 0);
  const result = createMatrix(n, n);
  values.forEach((value, k) => {
    if (value <= floor) return;
    const factor = value ** power;
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < n; j += 1) {
        const index = i * n + j;
        result.values[index] = entry(result.values, index) + factor * at(vectors, i, k) * at(vectors, j, k);
      }
    }
  });
  return result;
}

/** Makes the entry of row p and column q zero; false when it was already negligible. */
function rotate(work: Matrix, vectors: Matrix, p: number, q: number): boolean {
  const off = at(work, p, q);
  const [first, second] = [at(work, p, p), at(work, q, q)];
  if (off === 0 || Math.abs(off) < Number.EPSILON * 0.01 * Math.sqrt(Math.abs(first) * Math.abs(second))) return false;
  const theta = (second - first) / (2 * off);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const n = work.rows;
  for (let k = 0; k < n; k += 1) {
    if (k !== p && k !== q) {
      const [ofP, ofQ] = [at(work, k, p), at(work, k, q)];
      const [newP, newQ] = [cosine * ofP - sine * ofQ, sine * ofP + cosine * ofQ];
      work.values[k * n + p] = newP;
      work.values[p * n + k] = newP;
      work.values[k * n + q] = newQ;
      work.values[q * n + k] = newQ;
    }
    const [vectorP, vectorQ] = [at(vectors, k, p), at(vectors, k, q)];
    vectors.values[k * n + p] = cosine * vectorP - sine * vectorQ;
    vectors.values[k * n + q] = sine * vectorP + cosine * vectorQ;
  }
  work.values[p * n + p] = first - tangent * off;
  work.values[q * n + q] = second + tangent * off;
  work.values[p * n + q] = 0;
  work.values[q * n + p] = 0;
  return true;
}
