import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix, multiply } from "../linear-algebra/matrix";
import type { Reduction } from "./reduction";
import type { CovarianceModel } from "./visit-covariance";
import { addPatternProduct, type VisitPattern } from "./visit-patterns";

/** W'V^-1 W, log |V| and their derivatives by the covariance parameters; null where V is not positive definite. */
export function reducePatterns(
  patterns: readonly VisitPattern[],
  model: CovarianceModel,
  parameters: Float64Array,
  width: number,
): { readonly value: Reduction; readonly tangents: readonly Reduction[] } | null {
  const { covariance, slopes } = model.at(parameters);
  const empty = () => ({ logDeterminant: 0, crossProduct: new Float64Array(width * width) });
  const value = empty();
  const tangents = slopes.map(empty);
  for (const pattern of patterns) {
    const cholesky = choleskyDecompose(submatrix(covariance, pattern.visits));
    if (cholesky.kind !== "cholesky") return null;
    const inverse = cholesky.inverse();
    value.logDeterminant += pattern.people * cholesky.logDeterminant;
    addPatternProduct(value.crossProduct, pattern, inverse.values, width, 1);
    tangents.forEach((tangent, k) => {
      const slope = slopes[k];
      if (slope === undefined) return;
      const product = multiply(inverse, submatrix(slope, pattern.visits));
      for (let i = 0; i < product.rows; i += 1) {
        tangent.logDeterminant += pattern.people * (product.values[i * product.rows + i] ?? 0);
      }
      addPatternProduct(tangent.crossProduct, pattern, multiply(product, inverse).values, width, -1);
    });
  }
  return { value, tangents };
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
