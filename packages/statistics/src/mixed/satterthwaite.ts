import { fUpper } from "../distribution/f";
import { tCritical, tTwoSidedP } from "../distribution/student-t";
import { type Estimate, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import type { Matrix } from "../linear-algebra/matrix";
import { createMatrix } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";
import type { CovarianceUncertainty } from "./mixed-uncertainty";
import { quadraticForm } from "./quadratic-form";

/** A fitted model whose coefficients' covariance was itself estimated. */
export interface FittedCoefficients {
  readonly n: number;
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  readonly uncertainty: CovarianceUncertainty;
}

/** A test of several contrasts at once. */
export interface JointTest {
  readonly kind: "f-test";
  readonly statistic: number;
  readonly numeratorDegreesOfFreedom: number;
  readonly denominatorDegreesOfFreedom: number;
  readonly pValue: number;
}

const PROVENANCE = { statistic: "mixed/satterthwaite", version: 1 } as const;
/** Directions with less than this share of the largest variance are repetitions of others. */
const REPEATED = 1e-8;
/** Degrees of freedom that differ by less than this are the same. */
const EQUAL = 1e-8;

/**
 * A contrast of coefficients with Satterthwaite's degrees of freedom 2 v^2 / Var(v), v the contrast's variance and
 * Var(v) by the delta method from the observed information on the covariance parameters. Source: Fai and Cornelius
 * (1996), J. Stat. Computation and Simulation 54; as lmerTest::contest1D and SAS proc mixed.
 * @param weights one per coefficient
 * @returns "no-spread" when the contrast has no variance
 * @throws RangeError when there are not as many weights as coefficients
 */
export function satterthwaiteContrast(model: FittedCoefficients, weights: readonly number[], level = 0.95): Estimate {
  const { coefficients, covariance, n } = model;
  if (weights.length !== coefficients.length) {
    throw new RangeError(`${weights.length} weights for ${coefficients.length} coefficients`);
  }
  const variance = quadraticForm(covariance, weights);
  if (!(variance > 0)) return insufficient("no-spread", n);
  const degreesOfFreedom = degreesOf(model.uncertainty, weights, variance);
  if (degreesOfFreedom === null) return insufficient("not-identifiable", n);
  const value = coefficients.reduce((total, coefficient, i) => total + coefficient * (weights[i] ?? 0), 0);
  const standardError = Math.sqrt(variance);
  const margin = tCritical(level, degreesOfFreedom) * standardError;
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - margin, high: value + margin, level },
    n,
    method: "satterthwaite",
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0 },
    provenance: PROVENANCE,
  });
}

/**
 * F test that all contrasts are zero: the contrasts are turned into independent ones, each with its own Satterthwaite
 * degrees of freedom, which are then pooled. Source: Fai and Cornelius (1996); as lmerTest::contestMD.
 * @param contrasts one row per contrast, one column per coefficient
 * @returns "no-spread" when no contrast has a variance
 */
export function satterthwaiteTest(model: FittedCoefficients, contrasts: Matrix): JointTest | InsufficientData {
  const { coefficients, covariance, n } = model;
  if (contrasts.columns !== coefficients.length) {
    throw new RangeError(`${contrasts.columns} weights for ${coefficients.length} coefficients`);
  }
  const rows = Array.from({ length: contrasts.rows }, (_, i) =>
    Array.from(contrasts.values.subarray(i * contrasts.columns, (i + 1) * contrasts.columns)),
  );
  const { values, vectors } = symmetricEigen(covarianceOf(rows, covariance));
  const degrees: number[] = [];
  let total = 0;
  for (const [index, variance] of values.entries()) {
    if (!(variance > REPEATED * Math.max(0, values[0] ?? 0))) continue;
    const weights = Array.from(coefficients, (_, j) =>
      rows.reduce((sum, row, i) => sum + (vectors.values[i * rows.length + index] ?? 0) * (row[j] ?? 0), 0),
    );
    const value = coefficients.reduce((sum, coefficient, j) => sum + coefficient * (weights[j] ?? 0), 0);
    const degreesOfFreedom = degreesOf(model.uncertainty, weights, variance);
    if (degreesOfFreedom === null) return insufficient("not-identifiable", n);
    degrees.push(degreesOfFreedom);
    total += value ** 2 / variance;
  }
  if (degrees.length === 0) return insufficient("no-spread", n);
  const statistic = total / degrees.length;
  const denominator = pooledDegrees(degrees);
  if (!Number.isFinite(statistic)) return insufficient("out-of-range", n);
  return {
    kind: "f-test",
    statistic,
    numeratorDegreesOfFreedom: degrees.length,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpper(statistic, degrees.length, denominator),
  };
}

function degreesOf(
  { slopes, parameterCovariance }: CovarianceUncertainty,
  weights: readonly number[],
  variance: number,
) {
  const gradient = slopes.map((slope) => quadraticForm(slope, weights));
  const spread = quadraticForm(parameterCovariance, gradient);
  const degrees = (2 * variance ** 2) / spread;
  return spread > 0 && Number.isFinite(degrees) ? degrees : null;
}

/** Degrees of freedom of the F statistic whose expectation is the mean of those of squared t statistics. */
function pooledDegrees(degrees: readonly number[]): number {
  const [smallest, largest] = [Math.min(...degrees), Math.max(...degrees)];
  if (largest - smallest < EQUAL) return degrees.reduce((sum, value) => sum + value, 0) / degrees.length;
  if (smallest <= 2) return 2;
  const expectation = degrees.reduce((sum, value) => sum + value / (value - 2), 0);
  return (2 * expectation) / (expectation - degrees.length);
}

function covarianceOf(rows: readonly (readonly number[])[], covariance: Matrix): Matrix {
  const p = covariance.rows;
  const result = createMatrix(rows.length, rows.length);
  rows.forEach((left, i) => {
    rows.forEach((right, j) => {
      let total = 0;
      for (let k = 0; k < p; k += 1) {
        for (let l = 0; l < p; l += 1) total += (left[k] ?? 0) * (covariance.values[k * p + l] ?? 0) * (right[l] ?? 0);
      }
      result.values[i * rows.length + j] = total;
    });
  });
  return result;
}
