import { fUpper } from "../distribution/f";
import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import type { ModelMatrix } from "../model-matrix/model-matrix";

/** A column whose remainder is a smaller share of its length repeats the columns before it. As in R's lm. */
const REPEATED = 1e-7;
/** A residual sum of squares below this share of the outcome's is rounding error: the columns fit it exactly. */
const EXACT_FIT = 1e-28;

/** What robust covariances and tests of several coefficients need of a fitted regression. */
export interface Regression {
  /** Names of the columns with a coefficient. */
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** Rows used, those of weight zero left out. */
  readonly n: number;
  /** Rows of the model times the square root of the weights, only the columns with a coefficient. */
  readonly weightedDesign: Matrix;
  /** Residuals times the square root of the weights; their products with `weightedDesign` are the scores. */
  readonly weightedResiduals: Float64Array;
  /** (X'WX)^-1. */
  readonly unscaledCovariance: Matrix;
  /** Diagonal of the hat matrix. */
  readonly leverages: Float64Array;
  /** n less the number of coefficients. */
  readonly degreesOfFreedom: number;
}

export interface LinearModel extends Regression {
  readonly kind: "linear-model";
  readonly design: ModelMatrix;
  /** Positions in `design` of the columns with a coefficient. The others repeat them. */
  readonly determined: readonly number[];
  readonly covariance: Matrix;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  readonly residualSumOfSquares: number;
  /** Residual standard deviation. */
  readonly sigma: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** All coefficients but the intercept are zero; null when there are none. */
  readonly f: {
    readonly statistic: number;
    readonly df1: number;
    readonly df2: number;
    readonly pValue: number;
  } | null;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
}

/**
 * Linear regression by weighted least squares. R: lm(y ~ ..., weights = weights), summary(), logLik(), AIC(), BIC().
 *
 * Of columns that repeat each other the first is kept. Insufficient data with as many coefficients as rows
 * ("too-few") and where the columns fit the outcome exactly ("no-spread").
 * @param y one per row of the design
 * @param weights prior weights, all finite and none negative; rows of weight zero count for nothing
 * @throws RangeError for unequal lengths or a negative weight
 */
export function linearModel(
  design: ModelMatrix,
  y: readonly number[],
  weights?: readonly number[],
): LinearModel | InsufficientData {
  const { rows } = design.matrix;
  if (y.length !== rows) throw new RangeError(`${y.length} outcomes for ${rows} rows`);
  if (weights !== undefined && weights.length !== rows) throw new RangeError(`${weights.length} weights, ${rows} rows`);
  if (!areFinite(y, design.matrix.values, weights ?? [])) return insufficient("not-finite", rows);
  if (weights?.some((weight) => weight < 0)) throw new RangeError("A weight is negative");
  const roots = Float64Array.from(y, (_, row) => Math.sqrt(weights?.[row] ?? 1));
  const qr = qrDecompose(scaleRows(design.matrix, roots), REPEATED);
  const n = roots.reduce((count, root) => (root > 0 ? count + 1 : count), 0);
  const { rank, determined } = qr;
  if (n <= rank) return tooFew(rank + 1, n);

  const weightedOutcome = roots.map((root, row) => root * (y[row] ?? 0));
  const weightedResiduals = qr.residuals(weightedOutcome);
  const residualSumOfSquares = sumOfSquares(weightedResiduals);
  if (!(residualSumOfSquares > EXACT_FIT * sumOfSquares(weightedOutcome))) return insufficient("no-spread", n);
  const coefficients = qr.solve(weightedOutcome);
  const kept = keepColumns(design.matrix, determined);
  const fitted = multiplyVector(kept, coefficients);
  const hasIntercept = design.assign.includes(0);
  const centre = hasIntercept ? weightedMean(y, roots) : 0;
  const total = roots.reduce((sum, root, row) => sum + (root * ((y[row] ?? 0) - centre)) ** 2, 0);
  const [df1, df2] = [rank - (hasIntercept ? 1 : 0), n - rank];
  const variance = residualSumOfSquares / df2;
  const rSquared = total > 0 ? 1 - residualSumOfSquares / total : 0;
  const statistic = (total - residualSumOfSquares) / df1 / variance;
  const logWeights = roots.reduce((sum, root) => (root > 0 ? sum + 2 * Math.log(root) : sum), 0);
  const logLikelihood = 0.5 * (logWeights - n * (Math.log(2 * Math.PI * (residualSumOfSquares / n)) + 1));
  const unscaledCovariance = qr.unscaledCovariance();
  const model: LinearModel = {
    kind: "linear-model",
    design,
    determined,
    names: determined.map((index) => design.names[index] ?? ""),
    coefficients,
    n,
    weightedDesign: scaleRows(kept, roots),
    weightedResiduals,
    unscaledCovariance,
    covariance: createMatrix(
      rank,
      rank,
      unscaledCovariance.values.map((value) => value * variance),
    ),
    leverages: qr.leverages(),
    degreesOfFreedom: df2,
    fitted,
    residuals: fitted.map((value, row) => (y[row] ?? 0) - value),
    residualSumOfSquares,
    sigma: Math.sqrt(variance),
    rSquared,
    adjustedRSquared: 1 - (1 - rSquared) * ((n - (hasIntercept ? 1 : 0)) / df2),
    f: df1 > 0 ? { statistic, df1, df2, pValue: fUpper(statistic, df1, df2) } : null,
    logLikelihood,
    aic: 2 * (rank + 1) - 2 * logLikelihood,
    bic: Math.log(n) * (rank + 1) - 2 * logLikelihood,
  };
  return whereFinite(model, n);
}

/** Each row of a matrix times its factor. */
export function scaleRows(a: Matrix, factors: ArrayLike<number>): Matrix {
  const result = createMatrix(a.rows, a.columns);
  for (let row = 0; row < a.rows; row += 1) {
    const factor = entry(factors, row);
    for (let column = 0; column < a.columns; column += 1) {
      const index = row * a.columns + column;
      result.values[index] = factor * entry(a.values, index);
    }
  }
  return result;
}

/** Some columns of a matrix, in the order given. */
export function keepColumns(a: Matrix, columns: readonly number[]): Matrix {
  if (columns.length === a.columns) return a;
  const result = createMatrix(a.rows, columns.length);
  for (let row = 0; row < a.rows; row += 1) {
    columns.forEach((column, target) => {
      result.values[row * columns.length + target] = entry(a.values, row * a.columns + column);
    });
  }
  return result;
}

/** Squared Euclidean length. */
export function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

function weightedMean(y: readonly number[], roots: Float64Array): number {
  const weight = roots.reduce((sum, root) => sum + root ** 2, 0);
  return roots.reduce((sum, root, row) => sum + root ** 2 * (y[row] ?? 0), 0) / weight;
}
