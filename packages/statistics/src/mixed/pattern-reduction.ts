import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix, multiply } from "../linear-algebra/matrix";
import type { Reduction } from "./reduction";
import { addPatternProduct, patternSums, type VisitPattern } from "./visit-patterns";

/** W'V^-1 W and log |V|, with the inverse covariance of each pattern. */
export interface PatternReduction {
  readonly reduction: Reduction;
  readonly inverses: readonly Matrix[];
}

/** Reduces all patterns by one covariance between visits; null where it is not positive definite. */
export function reducePatterns(
  patterns: readonly VisitPattern[],
  covariance: Matrix,
  width: number,
): PatternReduction | null {
  let logDeterminant = 0;
  const crossProduct = new Float64Array(width * width);
  const inverses: Matrix[] = [];
  for (const pattern of patterns) {
    const cholesky = choleskyDecompose(submatrix(covariance, pattern.visits));
    if (cholesky.kind !== "cholesky") return null;
    const inverse = cholesky.inverse();
    logDeterminant += pattern.people * cholesky.logDeterminant;
    addPatternProduct(crossProduct, pattern, inverse.values, width, 1);
    inverses.push(inverse);
  }
  return { reduction: { logDeterminant, crossProduct }, inverses };
}

/**
 * Slope of log |V| + sum of weights * W'V^-1 W by each entry of the covariance, as one symmetric matrix: n V^-1 - V^-1 H V^-1
 * summed over patterns, H what the weights make of each pair of visits. One walk through the data serves all parameters.
 * @param weights of the upper triangle of W'V^-1 W, row-major, from slopeWeights
 */
export function covarianceGradient(
  patterns: readonly VisitPattern[],
  inverses: readonly Matrix[],
  weights: Float64Array,
  visitCount: number,
): Matrix {
  const gradient = createMatrix(visitCount, visitCount);
  patterns.forEach((pattern, index) => {
    const inverse = inverses[index];
    if (inverse === undefined) return;
    const spread = multiply(multiply(inverse, patternSums(pattern, weights)), inverse);
    pattern.visits.forEach((row, i) => {
      pattern.visits.forEach((column, j) => {
        const at = i * pattern.visits.length + j;
        const place = row * visitCount + column;
        const own = pattern.people * (inverse.values[at] ?? 0) - (spread.values[at] ?? 0);
        gradient.values[place] = (gradient.values[place] ?? 0) + own;
      });
    });
  });
  return gradient;
}

/** The derivative of the reduction by one parameter, given the derivative of the covariance by it. */
export function patternTangent(
  patterns: readonly VisitPattern[],
  inverses: readonly Matrix[],
  slope: Matrix,
  width: number,
): Reduction {
  let logDeterminant = 0;
  const crossProduct = new Float64Array(width * width);
  patterns.forEach((pattern, index) => {
    const inverse = inverses[index];
    if (inverse === undefined) return;
    const product = multiply(inverse, submatrix(slope, pattern.visits));
    for (let i = 0; i < product.rows; i += 1) {
      logDeterminant += pattern.people * (product.values[i * product.rows + i] ?? 0);
    }
    addPatternProduct(crossProduct, pattern, multiply(product, inverse).values, width, -1);
  });
  return { logDeterminant, crossProduct };
}

/** The rows and columns of some visits. */
export function submatrix(matrix: Matrix, visits: readonly number[]): Matrix {
  const result = createMatrix(visits.length, visits.length);
  visits.forEach((row, i) => {
    visits.forEach((column, j) => {
      result.values[i * visits.length + j] = matrix.values[row * matrix.columns + column] ?? 0;
    });
  });
  return result;
}
