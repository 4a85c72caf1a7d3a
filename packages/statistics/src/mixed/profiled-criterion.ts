import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import type { Reduction } from "./reduction";

export type LikelihoodMethod = "REML" | "ML";

/** The generalised least squares solution at one theta, in the coordinates of Q. */
export interface ReducedSolution {
  /** Coefficients of Q for the residual of y. */
  readonly coefficients: Float64Array;
  /** (Q' V^-1 Q)^-1 with V relative to sigma squared. */
  readonly covariance: Matrix;
  readonly logDeterminant: number;
  readonly residualSumOfSquares: number;
}

/** Solves a reduction; null when it is not positive definite or leaves no residual. */
export function solveReduction(reduction: Reduction, width: number): ReducedSolution | null {
  const p = width - 1;
  const values = reduction.crossProduct;
  const gram = createMatrix(p, p);
  const right = new Float64Array(p);
  for (let i = 0; i < p; i += 1) {
    right[i] = values[i * width + p] ?? 0;
    for (let j = i; j < p; j += 1) {
      const value = values[i * width + j] ?? 0;
      gram.values[i * p + j] = value;
      gram.values[j * p + i] = value;
    }
  }
  const cholesky = choleskyDecompose(gram);
  if (cholesky.kind !== "cholesky") return null;
  const coefficients = cholesky.solve(right);
  let residualSumOfSquares = values[p * width + p] ?? 0;
  coefficients.forEach((value, i) => {
    residualSumOfSquares -= value * (right[i] ?? 0);
  });
  if (!(residualSumOfSquares > 0)) return null;
  const covariance = cholesky.inverse();
  return { coefficients, covariance, logDeterminant: cholesky.logDeterminant, residualSumOfSquares };
}

/** Minus twice the log likelihood with sigma at its best value, without the terms that are constant in theta. */
export function profiledCriterion(
  reduction: Reduction,
  solution: ReducedSolution,
  method: LikelihoodMethod,
  divisor: number,
): number {
  const fixed = method === "REML" ? solution.logDeterminant : 0;
  return reduction.logDeterminant + fixed + divisor * Math.log(solution.residualSumOfSquares / divisor);
}

/**
 * What each entry of the upper triangle of the cross-product counts in the slope of log |X'V^-1 X| (under REML) and of the
 * residual sum of squares over sigma squared, row-major.
 */
export function slopeWeights(solution: ReducedSolution, method: LikelihoodMethod, sigmaSquared: number): Float64Array {
  const { coefficients, covariance } = solution;
  const p = coefficients.length;
  const width = p + 1;
  const weights = new Float64Array(width * width);
  for (let i = 0; i < p; i += 1) {
    const left = coefficients[i] ?? 0;
    weights[i * width + p] = (-2 * left) / sigmaSquared;
    for (let j = i; j < p; j += 1) {
      const fixed = method === "REML" ? (covariance.values[i * p + j] ?? 0) : 0;
      const residual = (left * (coefficients[j] ?? 0)) / sigmaSquared;
      weights[i * width + j] = (i === j ? 1 : 2) * (fixed + residual);
    }
  }
  weights[p * width + p] = 1 / sigmaSquared;
  return weights;
}

/** Derivative of the relative covariance of the coefficients of Q by the tangent's parameter. */
export function covarianceSlope(tangent: Reduction, solution: ReducedSolution): Matrix {
  const { covariance } = solution;
  const p = covariance.rows;
  const inner = createMatrix(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      let total = 0;
      for (let k = 0; k < p; k += 1) {
        const value = tangent.crossProduct[Math.min(i, k) * (p + 1) + Math.max(i, k)] ?? 0;
        total -= value * (covariance.values[k * p + j] ?? 0);
      }
      inner.values[i * p + j] = total;
    }
  }
  const result = createMatrix(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      let total = 0;
      for (let k = 0; k < p; k += 1) {
        total += (covariance.values[i * p + k] ?? 0) * (inner.values[k * p + j] ?? 0);
      }
      result.values[i * p + j] = total;
    }
  }
  return result;
}

/**
 * Derivative of the coefficients of Q by the tangent's parameter: other weights of the same rows, hence zero where no row
 * is missing and every column is free at every visit.
 */
export function coefficientSlope(tangent: Reduction, solution: ReducedSolution): Float64Array {
  const { covariance, coefficients } = solution;
  const p = covariance.rows;
  const entry = (i: number, j: number) => tangent.crossProduct[Math.min(i, j) * (p + 1) + Math.max(i, j)] ?? 0;
  const moved = Float64Array.from({ length: p }, (_, i) =>
    coefficients.reduce((total, coefficient, j) => total - entry(i, j) * coefficient, entry(i, p)),
  );
  return Float64Array.from({ length: p }, (_, i) =>
    moved.reduce((total, value, j) => total + (covariance.values[i * p + j] ?? 0) * value, 0),
  );
}
