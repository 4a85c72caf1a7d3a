import { chiSquaredQuantile } from "../distribution/chi-squared";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { normalDraw, type RandomStream } from "../random/mrg32k3a";

/** A regression as the data say it, and as it might as well be. One coefficient per column; 0 for repeated columns. */
export interface RegressionDraw {
  readonly estimate: Float64Array;
  readonly drawn: Float64Array;
  /** A draw of the residual standard deviation. */
  readonly sigma: number;
}

/**
 * A draw from the posterior of a linear regression with the usual flat prior: the variance as the residual sum of squares
 * over a chi-squared number, the coefficients normal around the least-squares ones. Uses one random number for the
 * variance and one per coefficient. Null with as many coefficients as rows.
 * Source: Rubin, Multiple Imputation for Nonresponse in Surveys (1987), example 5.1. R: mice::norm.draw without ridge.
 */
export function drawRegression(design: Matrix, y: ArrayLike<number>, stream: RandomStream): RegressionDraw | null {
  const qr = qrDecompose(design);
  const df = design.rows - qr.rank;
  if (df < 1) return null;
  const sumOfSquares = qr.residuals(y).reduce((sum, value) => sum + value ** 2, 0);
  const sigma = Math.sqrt(sumOfSquares / chiSquaredQuantile(stream.uniform(), df));
  const estimate = spread(qr.solve(y), qr.determined, design.columns);
  const moved = drawAround(qr.unscaledCovariance(), stream);
  if (moved === null) return null;
  const steps = spread(moved, qr.determined, design.columns);
  return { estimate, drawn: estimate.map((value, index) => value + sigma * entry(steps, index)), sigma };
}

/** A draw from the normal distribution around zero with a covariance; null when that is singular. */
export function drawAround(covariance: Matrix, stream: RandomStream): Float64Array | null {
  const factor = choleskyDecompose(covariance);
  if (factor.kind !== "cholesky") return null;
  const z = Float64Array.from({ length: covariance.rows }, () => normalDraw(stream));
  return multiplyVector(factor.lower, z);
}

/** Some rows of a matrix. */
export function pickRows(a: Matrix, rows: readonly number[]): Matrix {
  const result = createMatrix(rows.length, a.columns);
  rows.forEach((row, target) => {
    result.values.set(a.values.subarray(row * a.columns, (row + 1) * a.columns), target * a.columns);
  });
  return result;
}

function spread(values: Float64Array, positions: readonly number[], length: number): Float64Array {
  const result = new Float64Array(length);
  positions.forEach((position, index) => {
    result[position] = entry(values, index);
  });
  return result;
}
