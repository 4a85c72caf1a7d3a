import { createMatrix, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";

/** Rows taken up at a time; few enough to stay in the processor's nearest memory. */
const BLOCK = 64;
/** A diagonal entry below this share of its column's length is rounding error. */
const REPEATED = 1e-13;

export interface TriangularFactor {
  /** The weighted least-squares coefficients. */
  readonly coefficients: Float64Array;
  /** (X'WX)^-1. */
  unscaledCovariance(): Matrix;
  /** x (X'WX)^-1 x' times the weight for each row. */
  leverages(): Float64Array;
}

/**
 * Weighted least squares over many rows: the triangular factor of Householder's QR, made from one small block of rows
 * after another without keeping the reflections. As accurate as QR of the whole, and quicker where rows are many.
 * Source: Golub and Van Loan, Matrix Computations, sections 5.2 and 6.5.
 * @param roots square roots of the weights
 * @param y the outcome, already multiplied with `roots`
 * @param tolerance share of a column's length below which what is left of it counts as nothing
 * @returns null when the weighted columns repeat each other
 */
export function triangularFactor(
  a: Matrix,
  roots: Float64Array,
  y: Float64Array,
  tolerance = REPEATED,
): TriangularFactor | null {
  const p = a.columns;
  const width = p + 1;
  const upper = new Float64Array(width * width);
  const block = new Float64Array(BLOCK * width);
  const lengths = new Float64Array(p);
  for (let first = 0; first < a.rows; first += BLOCK) {
    const count = Math.min(BLOCK, a.rows - first);
    for (let row = 0; row < count; row += 1) {
      const root = roots[first + row] ?? 0;
      for (let j = 0; j < p; j += 1) {
        const value = root * (a.values[(first + row) * p + j] ?? 0);
        block[row * width + j] = value;
        lengths[j] = (lengths[j] ?? 0) + value * value;
      }
      block[row * width + p] = y[first + row] ?? 0;
    }
    absorb(upper, block, count, width);
  }
  for (let j = 0; j < p; j += 1) {
    const diagonal = Math.abs(entry(upper, j * width + j));
    if (!(diagonal > tolerance * Math.sqrt(entry(lengths, j)))) return null;
  }
  const inverse = invert(upper, p, width);
  const coefficients = new Float64Array(p);
  for (let i = p - 1; i >= 0; i -= 1) {
    let total = entry(upper, i * width + p);
    for (let j = i + 1; j < p; j += 1) total -= entry(upper, i * width + j) * entry(coefficients, j);
    coefficients[i] = total / entry(upper, i * width + i);
  }
  return {
    coefficients,
    unscaledCovariance: () => multiply(inverse, transpose(inverse)),
    leverages: () => leverages(a, roots, inverse),
  };
}

/** Replaces the triangle by that of the triangle with the block's rows below it. The block is used up. */
function absorb(upper: Float64Array, block: Float64Array, count: number, width: number): void {
  for (let j = 0; j < width; j += 1) {
    const lead = upper[j * width + j] ?? 0;
    let below = 0;
    for (let at = j, end = count * width; at < end; at += width) below += (block[at] ?? 0) ** 2;
    if (below === 0) continue;
    const length = Math.sqrt(lead * lead + below);
    const diagonal = lead > 0 ? -length : length;
    const head = lead - diagonal;
    // The reflection is I - v v' / (length * |head|), v = (head, the block's column).
    const scale = 1 / (length * Math.abs(head));
    upper[j * width + j] = diagonal;
    for (let k = j + 1; k < width; k += 1) {
      let product = head * (upper[j * width + k] ?? 0);
      for (let row = 0; row < count * width; row += width) product += (block[row + j] ?? 0) * (block[row + k] ?? 0);
      product *= scale;
      upper[j * width + k] = (upper[j * width + k] ?? 0) - product * head;
      for (let row = 0; row < count * width; row += width) {
        block[row + k] = (block[row + k] ?? 0) - product * (block[row + j] ?? 0);
      }
    }
  }
}

/** The inverse of the leading p columns of the triangle. */
function invert(upper: Float64Array, p: number, width: number): Matrix {
  const inverse = createMatrix(p, p);
  for (let column = 0; column < p; column += 1) {
    for (let i = column; i >= 0; i -= 1) {
      let total = i === column ? 1 : 0;
      for (let j = i + 1; j <= column; j += 1) {
        total -= entry(upper, i * width + j) * entry(inverse.values, j * p + column);
      }
      inverse.values[i * p + column] = total / entry(upper, i * width + i);
    }
  }
  return inverse;
}

function leverages(a: Matrix, roots: Float64Array, inverse: Matrix): Float64Array {
  const p = a.columns;
  const result = new Float64Array(a.rows);
  for (let row = 0; row < a.rows; row += 1) {
    let total = 0;
    for (let column = 0; column < p; column += 1) {
      let product = 0;
      for (let j = 0; j <= column; j += 1)
        product += (a.values[row * p + j] ?? 0) * (inverse.values[j * p + column] ?? 0);
      total += product * product;
    }
    result[row] = total * (roots[row] ?? 0) ** 2;
  }
  return result;
}
