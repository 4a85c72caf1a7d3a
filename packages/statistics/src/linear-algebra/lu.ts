import { at, createMatrix, type Matrix } from "./matrix";
import { entry } from "./vector";

/** A pivot below this share of the largest entry of its column counts as zero. */
const SINGULAR = 1e-15;

interface Elimination {
  readonly upper: Matrix;
  readonly right: Matrix;
  readonly determinant: number;
  readonly singular: boolean;
}

/**
 * The solution of a x = b for square a, or null when a is singular. R: solve(a, b).
 * @throws RangeError when a is not square or b has not one entry per row
 */
export function solveLinear(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  const solved = solveMatrix(a, createMatrix(b.length, 1, b));
  return solved === null ? null : solved.values;
}

/** The inverse of a square matrix, or null when it is singular. R: solve(a). */
export function inverse(a: Matrix): Matrix | null {
  const right = createMatrix(a.rows, a.rows);
  for (let index = 0; index < a.rows; index += 1) right.values[index * a.rows + index] = 1;
  return solveMatrix(a, right);
}

/** The determinant of a square matrix. R: det(a). */
export function determinant(a: Matrix): number {
  return eliminate(a, createMatrix(a.rows, 0)).determinant;
}

function solveMatrix(a: Matrix, b: Matrix): Matrix | null {
  const { upper, right, singular } = eliminate(a, b);
  if (singular) return null;
  const n = a.rows;
  for (let column = 0; column < right.columns; column += 1) {
    for (let i = n - 1; i >= 0; i -= 1) {
      let total = at(right, i, column);
      for (let j = i + 1; j < n; j += 1) total -= at(upper, i, j) * at(right, j, column);
      right.values[i * right.columns + column] = total / at(upper, i, i);
    }
  }
  return right;
}

/** Gaussian elimination with partial pivoting of a, and the same row operations on b. */
function eliminate(a: Matrix, b: Matrix): Elimination {
  const n = a.rows;
  if (a.columns !== n) throw new RangeError(`${n} rows and ${a.columns} columns`);
  if (b.rows !== n) throw new RangeError(`${b.rows} values for ${n} rows`);
  const upper = createMatrix(n, n, a.values);
  const right = createMatrix(n, b.columns, b.values);
  let product = 1;
  let singular = false;
  for (let k = 0; k < n; k += 1) {
    let [pivot, size] = [k, 0];
    for (let i = 0; i < n; i += 1) size = Math.max(size, Math.abs(at(a, i, k)));
    for (let i = k + 1; i < n; i += 1) if (Math.abs(at(upper, i, k)) > Math.abs(at(upper, pivot, k))) pivot = i;
    if (Math.abs(at(upper, pivot, k)) <= SINGULAR * size) singular = true;
    if (pivot !== k) {
      swapRows(upper, k, pivot);
      swapRows(right, k, pivot);
      product = -product;
    }
    const diagonal = at(upper, k, k);
    product *= diagonal;
    if (diagonal === 0) continue;
    for (let i = k + 1; i < n; i += 1) {
      const factor = at(upper, i, k) / diagonal;
      subtractRow(upper, i, k, factor);
      subtractRow(right, i, k, factor);
    }
  }
  return { upper, right, determinant: product === 0 ? 0 : product, singular };
}

function swapRows(a: Matrix, i: number, j: number): void {
  for (let column = 0; column < a.columns; column += 1) {
    const kept = at(a, i, column);
    a.values[i * a.columns + column] = at(a, j, column);
    a.values[j * a.columns + column] = kept;
  }
}

function subtractRow(a: Matrix, from: number, row: number, factor: number): void {
  for (let column = 0; column < a.columns; column += 1) {
    const index = from * a.columns + column;
    a.values[index] = entry(a.values, index) - factor * at(a, row, column);
  }
}
