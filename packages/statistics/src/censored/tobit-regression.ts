import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { censoredNormal } from "./censored-normal";
import {
  areFiniteCensored,
  type CensoredCounts,
  type CensoredValue,
  checkCensored,
  countCensored,
  singleNumber,
} from "./censored-value";
import { type LikelihoodPoint, newtonAscent } from "./newton-ascent";

/** A normal regression of values some of which are only known to lie beyond limits. */
export interface TobitFit {
  readonly kind: "fit";
  readonly n: number;
  readonly counts: CensoredCounts;
  /** In the order of the predictors. */
  readonly coefficients: Float64Array;
  readonly sigma: number;
  readonly logSigma: number;
  /** Inverse of the observed information of the coefficients and, last, log sigma. */
  readonly covariance: Matrix;
  /** Sandwich by cluster, of the same parameters; present when clusters were given. */
  readonly robust?: Matrix;
  readonly logLikelihood: number;
}

/**
 * Tobit regression: normal errors, maximum likelihood, each value with its own limits. Tobin (1958), Econometrica 26, 24-36;
 * for laboratory limits Helsel (2012), Statistics for Censored Environmental Data. R: survreg(Surv(low, high,
 * type = "interval2") ~ x, dist = "gaussian"), with `+ cluster(id)` for the robust covariance.
 * @param predictors one row per value; with a column of ones for the intercept
 * @param clusters code of each value's cluster, such as the person when people are measured repeatedly
 * @returns insufficient data when the values do not determine the model: none is known exactly or between limits, predictors
 *   repeat each other, or all values of a group lie beyond their limits
 * @throws RangeError for impossible values or lengths that differ
 */
export function tobitRegression(
  values: readonly CensoredValue[],
  predictors: Matrix,
  clusters?: readonly number[],
): TobitFit | InsufficientData {
  const [n, size] = [values.length, predictors.columns];
  if (predictors.rows !== n || (clusters !== undefined && clusters.length !== n))
    throw new RangeError("Lengths differ");
  if (!areFiniteCensored(values) || !areFinite(predictors.values)) return insufficient("not-finite", n);
  checkCensored(values);
  if (n < size + 1) return tooFew(size + 1, n);
  const counts = countCensored(values);
  if (counts.exact + counts.between === 0) return insufficient("not-identifiable", n);

  const start = leastSquares(values, predictors);
  if (start === null) return insufficient("not-identifiable", n);
  if (start === "no-spread") return insufficient("no-spread", n);
  const found = newtonAscent((parameters) => pointAt(values, predictors, parameters), start, n);
  if (found.kind === "insufficient-data") return found;
  const { covariance } = found;
  const logSigma = entry(found.parameters, size);
  return whereFinite(
    {
      kind: "fit",
      n,
      counts,
      coefficients: found.parameters.slice(0, size),
      sigma: Math.exp(logSigma),
      logSigma,
      covariance,
      ...(clusters === undefined
        ? {}
        : { robust: sandwich(values, predictors, found.parameters, covariance, clusters) }),
      logLikelihood: found.value,
    },
    n,
  );
}

/** Where the search starts: the limits taken for values. */
function leastSquares(values: readonly CensoredValue[], predictors: Matrix): Float64Array | "no-spread" | null {
  const y = values.map(singleNumber);
  const decomposed = qrDecompose(predictors);
  if (decomposed.rank < predictors.columns) return null;
  const coefficients = decomposed.solve(y);
  const residuals = y.map((value, row) => value - predict(predictors, row, coefficients));
  const spread = Math.sqrt(residuals.reduce((sum, residual) => sum + residual * residual, 0) / y.length);
  const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (spread <= 10 * Number.EPSILON * largest) return "no-spread";
  return Float64Array.from([...coefficients, Math.log(spread)]);
}

function predict(predictors: Matrix, row: number, parameters: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < predictors.columns; j += 1) {
    sum += entry(predictors.values, row * predictors.columns + j) * entry(parameters, j);
  }
  return sum;
}

function pointAt(values: readonly CensoredValue[], predictors: Matrix, parameters: Float64Array): LikelihoodPoint {
  const size = predictors.columns;
  const score = new Float64Array(size + 1);
  const information = createMatrix(size + 1, size + 1);
  const sigma = Math.exp(entry(parameters, size));
  let value = 0;
  const add = (i: number, j: number, amount: number) => {
    const cell = i * (size + 1) + j;
    information.values[cell] = entry(information.values, cell) + amount;
  };
  values.forEach((one, row) => {
    const part = censoredNormal(one, predict(predictors, row, parameters), sigma);
    const x = (i: number) => entry(predictors.values, row * size + i);
    value += part.value;
    for (let i = 0; i < size; i += 1) {
      score[i] = entry(score, i) + part.mean * x(i);
      for (let j = 0; j <= i; j += 1) add(i, j, -part.meanMean * x(i) * x(j));
      add(size, i, -part.meanLogSigma * x(i));
    }
    score[size] = entry(score, size) + part.logSigma;
    add(size, size, -part.logSigmaLogSigma);
  });
  return { value, score, information };
}

/** What the scores of each cluster add to the parameters, squared and summed. */
function sandwich(
  values: readonly CensoredValue[],
  predictors: Matrix,
  parameters: Float64Array,
  covariance: Matrix,
  clusters: readonly number[],
): Matrix {
  const size = predictors.columns;
  const sigma = Math.exp(entry(parameters, size));
  const sums = new Map<number, Float64Array>();
  values.forEach((one, row) => {
    const part = censoredNormal(one, predict(predictors, row, parameters), sigma);
    const code = entry(clusters, row);
    const sum = sums.get(code) ?? new Float64Array(size + 1);
    for (let i = 0; i < size; i += 1) sum[i] = entry(sum, i) + part.mean * entry(predictors.values, row * size + i);
    sum[size] = entry(sum, size) + part.logSigma;
    sums.set(code, sum);
  });
  const pulls = multiply(
    createMatrix(
      sums.size,
      size + 1,
      [...sums.values()].flatMap((sum) => [...sum]),
    ),
    covariance,
  );
  return multiply(transpose(pulls), pulls);
}
