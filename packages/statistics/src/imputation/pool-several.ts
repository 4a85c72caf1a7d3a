import { chiSquaredUpper } from "../distribution/chi-squared";
import { fUpper } from "../distribution/f";
import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { dot, entry } from "../linear-algebra/vector";

/** Several coefficients of one completed data set. */
export interface CompletedCoefficients {
  readonly values: readonly number[];
  readonly covariance: Matrix;
}

/** The test that all coefficients are zero, and the coefficients themselves. */
export interface PooledCoefficients {
  readonly kind: "pooled-coefficients";
  readonly values: readonly number[];
  /** Mean of the covariances, and covariance of the coefficients between imputations. */
  readonly within: Matrix;
  readonly between: Matrix;
  /** Within + (1 + 1/m) between. */
  readonly total: Matrix;
  /** Average relative increase of variance due to missing values. */
  readonly relativeIncrease: number;
  readonly test: {
    readonly statistic: number;
    readonly df1: number;
    /** Null when the imputations agree, where it has no bound. */
    readonly df2: number | null;
    readonly pValue: number;
  };
}

/**
 * Pools several coefficients by Rubin's rules and tests them together by D1, which takes the missing information to be
 * alike for all. Source: Li, Raghunathan and Rubin, JASA 86 (1991) 1065-1073. R: mice::D1, which
 * leaves the work to mitml; mice::pool.compare(method = "wald") is another test, with the diagonals of the covariances.
 *
 * Insufficient data: "too-few" below two imputations, "not-identifiable" when the mean covariance is singular.
 * @throws RangeError when the completed data sets differ in their coefficients, or there are none
 */
export function poolSeveral(completed: readonly CompletedCoefficients[]): PooledCoefficients | InsufficientData {
  const m = completed.length;
  const k = completed[0]?.values.length ?? 0;
  if (m < 2) return tooFew(2, m);
  const alike = completed.every(
    ({ values, covariance }) => values.length === k && covariance.rows === k && covariance.columns === k,
  );
  if (k === 0 || !alike) throw new RangeError("Completed data sets with different coefficients");
  if (!completed.every(({ values, covariance }) => areFinite(values, covariance.values))) {
    return insufficient("not-finite", m);
  }
  const values = Array.from({ length: k }, (_, i) => completed.reduce((sum, one) => sum + entry(one.values, i) / m, 0));
  const square = (cell: (i: number, j: number) => number) =>
    createMatrix(
      k,
      k,
      Array.from({ length: k * k }, (_, index) => cell(Math.floor(index / k), index % k)),
    );
  const within = square((i, j) => completed.reduce((sum, one) => sum + entry(one.covariance.values, i * k + j) / m, 0));
  const between = square((i, j) =>
    completed.reduce(
      (sum, one) =>
        sum + ((entry(one.values, i) - entry(values, i)) * (entry(one.values, j) - entry(values, j))) / (m - 1),
      0,
    ),
  );
  const factor = choleskyDecompose(within);
  if (factor.kind !== "cholesky") return insufficient("not-identifiable", m);
  let trace = 0;
  for (let j = 0; j < k; j += 1) {
    const column = Array.from({ length: k }, (_, i) => entry(between.values, i * k + j));
    trace += entry(factor.solve(column), j);
  }
  const relativeIncrease = ((1 + 1 / m) * trace) / k;
  const statistic = dot(values, factor.solve(values)) / (k * (1 + relativeIncrease));
  const df2 = relativeIncrease > 0 ? denominator(k, m, relativeIncrease) : null;
  const found: PooledCoefficients = {
    kind: "pooled-coefficients",
    values,
    within,
    between,
    total: square((i, j) => entry(within.values, i * k + j) + (1 + 1 / m) * entry(between.values, i * k + j)),
    relativeIncrease,
    test: {
      statistic,
      df1: k,
      df2,
      pValue: df2 === null ? chiSquaredUpper(k * statistic, k) : fUpper(statistic, k, df2),
    },
  };
  return whereFinite(found, m);
}

/** Equation 1.17 of the source, and for few imputations of few coefficients 1.18. */
function denominator(k: number, m: number, increase: number): number {
  const t = k * (m - 1);
  return t > 4 ? 4 + (t - 4) * (1 + (1 - 2 / t) / increase) ** 2 : (t * (1 + 1 / k) * (1 + 1 / increase) ** 2) / 2;
}
