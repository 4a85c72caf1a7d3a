import { createMatrix } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";

/** Points and weights with sum of weight * f(point) near the expectation of f under a standard normal variable. */
export interface QuadratureRule {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/** The orthonormal polynomials of higher degree overflow before this many points would help anybody. */
const MOST_POINTS = 100;

/**
 * Gauss-Hermite quadrature for the standard normal density: exact for polynomials up to degree 2 count - 1. Points are
 * eigenvalues of the Jacobi matrix (Golub and Welsch 1969), weights 1 / sum of squared orthonormal polynomials there,
 * a sum of positive numbers that keeps the digits of the smallest weight. R: lme4::GHrule.
 * @throws RangeError unless count is a whole number from 1 to 100
 */
export function gaussHermite(count: number): QuadratureRule {
  if (!Number.isInteger(count) || count < 1 || count > MOST_POINTS)
    throw new RangeError(`Not a number of points: ${count}`);
  const jacobi = createMatrix(count, count);
  for (let k = 1; k < count; k += 1) {
    jacobi.values[k * count + k - 1] = Math.sqrt(k);
    jacobi.values[(k - 1) * count + k] = Math.sqrt(k);
  }
  const raw = symmetricEigen(jacobi).values;
  // The points are symmetric about zero; the mean of both sides is symmetric to the last digit.
  const points = raw.map((value, k) => (value - (raw[count - 1 - k] ?? 0)) / 2);
  return { points, weights: points.map((point) => weightAt(point, count)) };
}

function weightAt(point: number, count: number): number {
  let before = 0;
  let current = 1;
  let total = 1;
  for (let k = 1; k < count; k += 1) {
    const next = (point * current - Math.sqrt(k - 1) * before) / Math.sqrt(k);
    before = current;
    current = next;
    total += next ** 2;
  }
  return 1 / total;
}
