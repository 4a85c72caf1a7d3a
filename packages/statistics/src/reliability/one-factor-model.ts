import { chiSquaredUpper } from "../distribution/chi-squared";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { covarianceMatrix } from "./covariance";
import { correlationMatrix } from "./item-analysis";
import { type OneFactorSolution, oneFactorLikelihood } from "./one-factor-likelihood";
import { principalLoadings, referenceLoadings } from "./one-factor-start";

/** How well one factor reproduces the covariances. Null where three items leave nothing to test. */
export interface OneFactorFit {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number | null;
  readonly comparativeFitIndex: number;
  readonly tuckerLewisIndex: number;
  readonly rootMeanSquareErrorOfApproximation: number;
  readonly standardisedRootMeanSquareResidual: number;
}

/** A scale's items on one common factor of variance 1. */
export interface OneFactorModel {
  readonly kind: "one-factor-model";
  readonly n: number;
  readonly loadings: readonly number[];
  readonly residualVariances: readonly number[];
  readonly standardisedLoadings: readonly number[];
  readonly fit: OneFactorFit;
  /** Covariances with denominator n, and the items' standard deviations from them. */
  readonly covariance: Matrix;
  readonly sds: readonly number[];
  /** The same solution for correlations. */
  readonly solution: OneFactorSolution;
  /** True when some residual variance is below 0: the items are too few or too unlike for one factor. */
  readonly heywood: boolean;
  /** True when another factor, which the first item does not lead, fits the items better. */
  readonly betterElsewhere: boolean;
}

/**
 * One-factor confirmatory analysis by maximum likelihood (normal likelihood, covariances with denominator n), with the
 * first item loading as the reference from which the search starts. Insufficient data with fewer than three items or not
 * more people than items, when an item does not vary or follows from others, and when the search does not settle.
 * R: lavaan::cfa("f =~ ...", data, std.lv = TRUE) and fitMeasures.
 * @param items one list per item, the same people in the same order, complete and turned the same way
 * @throws RangeError when the lengths differ
 */
export function oneFactorModel(items: readonly (readonly number[])[]): OneFactorModel | InsufficientData {
  if (!areFinite(...items)) return insufficient("not-finite", items[0]?.length ?? 0);
  const unbiased = covarianceMatrix(items);
  const [k, n] = [items.length, items[0]?.length ?? 0];
  if (k < 3) return tooFew(3, k);
  if (n <= k) return tooFew(k + 1, n);
  const covariance = createMatrix(
    k,
    k,
    unbiased.values.map((value) => (value * (n - 1)) / n),
  );
  if (!covariance.values.every(Number.isFinite)) return insufficient("out-of-range", n);
  const correlations = correlationMatrix(covariance);
  if (correlations === null) return insufficient("no-spread", n);
  const root = choleskyDecompose(correlations);
  if (root.kind !== "cholesky") return insufficient("not-identifiable", n);
  const attempt = (start: readonly number[] | null) =>
    start === null ? null : oneFactorLikelihood(correlations, start);
  const [led, principal] = [attempt(referenceLoadings(correlations)), attempt(principalLoadings(correlations))];
  const solution = led ?? principal;
  if (solution === null) return insufficient("no-convergence", n);
  const sds = items.map((_, i) => Math.sqrt(covariance.values[i * (k + 1)] ?? 0));
  return {
    kind: "one-factor-model",
    n,
    loadings: solution.loadings.map((loading, i) => loading * (sds[i] ?? 0)),
    residualVariances: solution.residuals.map((residual, i) => residual * (sds[i] ?? 0) ** 2),
    standardisedLoadings: solution.loadings,
    fit: fitOf(solution, correlations, -root.logDeterminant, n),
    covariance,
    sds,
    solution,
    heywood: solution.residuals.some((residual) => residual < 0),
    betterElsewhere: principal !== null && principal.discrepancy < solution.discrepancy - 1e-6,
  };
}

function fitOf(solution: OneFactorSolution, correlations: Matrix, independence: number, n: number): OneFactorFit {
  const k = correlations.rows;
  const chiSquared = n * solution.discrepancy;
  const degreesOfFreedom = (k * (k - 3)) / 2;
  const pairs = (k * (k - 1)) / 2;
  const excess = Math.max(0, chiSquared - degreesOfFreedom);
  const baseline = n * independence;
  const worst = Math.max(excess, baseline - pairs);
  let squares = 0;
  solution.loadings.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const implied = a * (solution.loadings[j] ?? 0) + (i === j ? (solution.residuals[i] ?? 0) : 0);
      squares += ((correlations.values[i * k + j] ?? 0) - implied) ** 2;
    }
  });
  const tested = degreesOfFreedom > 0;
  const perDegree = baseline / pairs;
  return {
    chiSquared,
    degreesOfFreedom,
    pValue: tested ? chiSquaredUpper(chiSquared, degreesOfFreedom) : null,
    comparativeFitIndex: tested && worst > 0 ? 1 - excess / worst : 1,
    tuckerLewisIndex: tested && perDegree !== 1 ? (perDegree - chiSquared / degreesOfFreedom) / (perDegree - 1) : 1,
    rootMeanSquareErrorOfApproximation: tested ? Math.sqrt(excess / (n * degreesOfFreedom)) : 0,
    standardisedRootMeanSquareResidual: Math.sqrt(squares / ((k * (k + 1)) / 2)),
  };
}
