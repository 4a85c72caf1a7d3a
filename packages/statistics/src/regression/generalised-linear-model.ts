import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import type { Family } from "./families";
import { keepColumns, type Regression, scaleRows, sumOfSquares } from "./linear-model";
import { reweightedLeastSquares, totalDeviance } from "./reweighted-least-squares";
import { triangularFactor } from "./triangular-factor";

const REPEATED = 1e-9;
/** A spread below this share of the outcomes' squares is rounding error: the columns fit them exactly. */
const EXACT_FIT = 1e-28;

export interface GeneralisedLinearModel extends Regression {
  readonly kind: "generalised-linear-model";
  readonly family: Family;
  readonly design: ModelMatrix;
  /** Positions in `design` of the columns with a coefficient. The others repeat them. */
  readonly determined: readonly number[];
  readonly covariance: Matrix;
  /** 1 where the family knows its spread, else the sum of squared Pearson residuals over the degrees of freedom. */
  readonly dispersion: number;
  readonly deviance: number;
  /** Deviance of the model of one mean (and the offset). */
  readonly nullDeviance: number;
  /** Sum of squared Pearson residuals. */
  readonly pearsonChiSquared: number;
  readonly linearPredictor: Float64Array;
  /** Means on the scale of the outcome. */
  readonly fitted: Float64Array;
  /** Null for quasi families. */
  readonly logLikelihood: number | null;
  readonly aic: number | null;
  readonly iterations: number;
}

export interface GeneralisedLinearModelOptions {
  /** Prior weights; the number of trials of a share. Rows of weight zero count for nothing. */
  readonly weights?: readonly number[] | undefined;
  /** Part of the linear predictor with coefficient 1, such as the log of time observed. */
  readonly offset?: readonly number[] | undefined;
  /** Means to start from. */
  readonly startMeans?: ArrayLike<number> | undefined;
  /** Relative change of the deviance at which the iterations stop; R's default is 1e-8. Without it, as far as possible. */
  readonly tolerance?: number | undefined;
  readonly maximumIterations?: number | undefined;
}

/**
 * Generalised linear regression by iteratively reweighted least squares, each step through QR, with halved steps where
 * the deviance leaves the finite. Starts where R starts, so that it also stops where R stops at R's tolerance.
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, section 2.5. R: glm(y ~ ..., family, weights, offset).
 *
 * Insufficient data: "too-few" with more coefficients than rows; "not-identifiable" when a fitted value runs away to
 * infinity because predictors separate the outcomes; "no-convergence" otherwise.
 * @param y one per row: 0 or 1 or a share for binomial, counts for Poisson
 * @throws RangeError for unequal lengths, negative weights or impossible outcomes
 */
export function generalisedLinearModel(
  design: ModelMatrix,
  y: readonly number[],
  family: Family,
  options: GeneralisedLinearModelOptions = {},
): GeneralisedLinearModel | InsufficientData {
  const { rows } = design.matrix;
  const weights = Float64Array.from(options.weights ?? new Float64Array(rows).fill(1));
  const offset = Float64Array.from(options.offset ?? new Float64Array(rows));
  check(y, family, rows, weights, offset);
  if (!areFinite(y, weights, offset, design.matrix.values)) return insufficient("not-finite", rows);
  const n = weights.reduce((count, weight) => (weight > 0 ? count + 1 : count), 0);
  const determined = independentColumns(design.matrix, weights.map(Math.sign));
  const rank = determined.length;
  const least = rank + (family.knownDispersion ? 0 : 1);
  if (n < least || rank === 0) return tooFew(Math.max(1, least), n);
  const matrix = keepColumns(design.matrix, determined);
  const fit = reweightedLeastSquares(matrix, { ...options, y, family, weights, offset });
  if (typeof fit === "string") return insufficient(fit, n);

  const { factor, roots, coefficients, predictor, mean, deviance, iterations } = fit;
  const { variance, link } = family;
  const residual = (row: number) => (y[row] ?? 0) - entry(mean, row);
  const pearsonChiSquared = weights.reduce(
    (sum, weight, row) => (weight === 0 ? sum : sum + (weight * residual(row) ** 2) / variance(entry(mean, row))),
    0,
  );
  const weightedResiduals = roots.map((root, row) =>
    root === 0 ? 0 : (root * residual(row)) / link.slope(entry(predictor, row)),
  );
  // With the working weights, as R has it: the same as Pearson's statistic where the iterations have settled.
  const dispersion = family.knownDispersion ? 1 : sumOfSquares(weightedResiduals) / (n - rank);
  const size = sumOfSquares(Float64Array.from(y, (value, row) => value * entry(roots, row)));
  if (!(dispersion > EXACT_FIT * size)) return insufficient("no-spread", n);
  const unscaledCovariance = factor.unscaledCovariance();
  const logLikelihood = totalLogLikelihood(family, y, mean, weights, deviance, n);
  return whereFinite(
    {
      kind: "generalised-linear-model",
      family,
      design,
      determined,
      names: determined.map((index) => design.names[index] ?? ""),
      coefficients,
      n,
      weightedDesign: scaleRows(matrix, roots),
      weightedResiduals,
      unscaledCovariance,
      covariance: createMatrix(
        rank,
        rank,
        unscaledCovariance.values.map((value) => value * dispersion),
      ),
      leverages: factor.leverages(),
      degreesOfFreedom: n - rank,
      dispersion,
      deviance,
      nullDeviance: nullDeviance(design, y, family, weights, offset, options.offset !== undefined),
      pearsonChiSquared,
      linearPredictor: predictor,
      fitted: mean,
      logLikelihood,
      aic: logLikelihood === null ? null : 2 * (rank + (family.name === "gaussian" ? 1 : 0)) - 2 * logLikelihood,
      iterations,
    },
    n,
  );
}

/** Positions of the columns that do not repeat earlier ones on the rows of factor 1. */
function independentColumns(a: Matrix, factors: Float64Array): readonly number[] {
  const full = triangularFactor(a, factors, new Float64Array(a.rows), REPEATED) !== null;
  return full ? [...Array(a.columns).keys()] : qrDecompose(scaleRows(a, factors), REPEATED).determined;
}

function totalLogLikelihood(
  family: Family,
  y: readonly number[],
  mean: Float64Array,
  weights: Float64Array,
  deviance: number,
  n: number,
): number | null {
  if (family.name === "gaussian") {
    const logWeights = weights.reduce((sum, weight) => (weight > 0 ? sum + Math.log(weight) : sum), 0);
    return 0.5 * (logWeights - n * (Math.log((2 * Math.PI * deviance) / n) + 1));
  }
  const { logLikelihood } = family;
  if (logLikelihood === null) return null;
  return y.reduce((sum, value, row) => {
    const weight = entry(weights, row);
    return weight === 0 ? sum : sum + logLikelihood(value, entry(mean, row), weight);
  }, 0);
}

function nullDeviance(
  design: ModelMatrix,
  y: readonly number[],
  family: Family,
  weights: Float64Array,
  offset: Float64Array,
  hasOffset: boolean,
): number {
  if (!design.assign.includes(0)) {
    return totalDeviance(
      family,
      y,
      offset.map((value) => family.link.inverse(value)),
      weights,
    );
  }
  if (hasOffset) {
    const fit = reweightedLeastSquares(createMatrix(y.length, 1, new Float64Array(y.length).fill(1)), {
      y,
      family,
      weights,
      offset,
    });
    if (typeof fit !== "string") return fit.deviance;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = y.reduce((sum, value, row) => sum + value * entry(weights, row), 0) / total;
  return totalDeviance(family, y, new Float64Array(y.length).fill(mean), weights);
}

function check(y: readonly number[], family: Family, rows: number, weights: Float64Array, offset: Float64Array): void {
  for (const [name, { length }] of Object.entries({ outcomes: y, weights, offsets: offset })) {
    if (length !== rows) throw new RangeError(`${length} ${name} for ${rows} rows`);
  }
  if (!areFinite(y, weights, offset)) return;
  if (!y.every(family.allows)) throw new RangeError(`An outcome is not possible in a ${family.name} model`);
  if (weights.some((weight) => weight < 0)) throw new RangeError("A weight is negative");
}
