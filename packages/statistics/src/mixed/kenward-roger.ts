import { fUpper } from "../distribution/f";
import { tCritical, tTwoSidedP } from "../distribution/student-t";
import { type Estimate, finiteEstimate, type InsufficientData, insufficient, whereFinite } from "../estimate";
import { inverse } from "../linear-algebra/lu";
import { createMatrix, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { symmetricPower } from "../linear-algebra/symmetric-eigen";
import { quadraticForm } from "./quadratic-form";
import type { JointTest } from "./satterthwaite";
import { traceOfProduct } from "./trace-of-product";

/** Sums over groups in a model whose covariance V is a weighted sum of known matrices G_1, ..., G_r. */
export interface LinearCovarianceSums {
  readonly n: number;
  readonly coefficients: Float64Array;
  /** Phi = (X' V^-1 X)^-1. */
  readonly covariance: Matrix;
  /** P_i = -X' V^-1 G_i V^-1 X. */
  readonly first: readonly Matrix[];
  /** Q_ij = X' V^-1 G_i V^-1 G_j V^-1 X, made symmetric. */
  readonly second: readonly (readonly Matrix[])[];
  /** tr(V^-1 G_i V^-1 G_j). */
  readonly traces: Matrix;
}

/** The adjusted covariance of the coefficients, and what its degrees of freedom are made from. */
export interface KenwardRogerAdjustment {
  readonly kind: "kenward-roger";
  readonly sums: LinearCovarianceSums;
  /** Phi with its small-sample bias removed. */
  readonly covariance: Matrix;
  /** Covariance of the covariance parameters, from the expected information. */
  readonly parameterCovariance: Matrix;
}

const PROVENANCE = { statistic: "mixed/kenward-roger", version: 1 } as const;
const NEGLIGIBLE = 1e-10;
/** Numerators and denominators this small are rounding of zero. */
const ZERO = 1e-10;

/**
 * The covariance of the coefficients adjusted for the variance components being estimated.
 * Source: Kenward and Roger (1997), Biometrics 53, 983-997, for covariances linear in their parameters, where the
 * second derivatives vanish. R: pbkrtest::vcovAdj.
 */
export function kenwardRogerAdjustment(sums: LinearCovarianceSums): KenwardRogerAdjustment | InsufficientData {
  const { covariance: phi, first, second, traces } = sums;
  const r = first.length;
  const information = createMatrix(r, r);
  const inner = first.map((p) => multiply(p, phi));
  for (let i = 0; i < r; i += 1) {
    for (let j = 0; j < r; j += 1) {
      const q = second[i]?.[j] ?? phi;
      const both = inner[i] && inner[j] ? traceOfProduct(inner[i] ?? phi, inner[j] ?? phi) : 0;
      information.values[i * r + j] = (traces.values[i * r + j] ?? 0) - 2 * traceOfProduct(phi, q) + both;
    }
  }
  const parameterCovariance = symmetricPower(information, -1, NEGLIGIBLE);
  parameterCovariance.values.forEach((value, index) => {
    parameterCovariance.values[index] = 2 * value;
  });
  const middle = createMatrix(phi.rows, phi.rows);
  for (let i = 0; i < r; i += 1) {
    for (let j = 0; j < r; j += 1) {
      const weight = parameterCovariance.values[i * r + j] ?? 0;
      const product = multiply(inner[i] ?? phi, first[j] ?? phi);
      middle.values.forEach((value, index) => {
        const q = second[i]?.[j]?.values[index] ?? 0;
        middle.values[index] = value + weight * (q - (product.values[index] ?? 0));
      });
    }
  }
  const correction = multiply(multiply(phi, middle), phi);
  const p = phi.rows;
  const covariance = createMatrix(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      const symmetric = (correction.values[i * p + j] ?? 0) + (correction.values[j * p + i] ?? 0);
      covariance.values[i * p + j] = (phi.values[i * p + j] ?? 0) + symmetric;
    }
  }
  return whereFinite({ kind: "kenward-roger", sums, covariance, parameterCovariance }, sums.n);
}

/**
 * A contrast of coefficients with the adjusted standard error and Kenward and Roger's degrees of freedom.
 * R: lmerTest::contest1D(model, L, ddf = "Kenward-Roger").
 * @throws RangeError when there are not as many weights as coefficients
 */
export function kenwardRogerContrast(
  adjustment: KenwardRogerAdjustment,
  weights: readonly number[],
  level = 0.95,
): Estimate {
  const { coefficients, n } = adjustment.sums;
  if (weights.length !== coefficients.length) {
    throw new RangeError(`${weights.length} weights for ${coefficients.length} coefficients`);
  }
  const variance = quadraticForm(adjustment.covariance, weights);
  const scaled = denominator(adjustment, createMatrix(1, weights.length, weights));
  if (scaled === null || !(variance > 0)) return insufficient("no-spread", n);
  const value = coefficients.reduce((total, coefficient, i) => total + coefficient * (weights[i] ?? 0), 0);
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  const degreesOfFreedom = scaled.degreesOfFreedom;
  const margin = tCritical(level, degreesOfFreedom) * standardError;
  return finiteEstimate({
    value,
    interval: { low: value - margin, high: value + margin, level },
    n,
    method: "kenward-roger",
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0 },
    provenance: PROVENANCE,
  });
}

/**
 * Scaled F test that all contrasts are zero. R: pbkrtest::KRmodcomp, statistic "Ftest".
 * @param contrasts one row per contrast, none a combination of the others
 * @returns "not-identifiable" when a contrast repeats others
 */
export function kenwardRogerTest(adjustment: KenwardRogerAdjustment, contrasts: Matrix): JointTest | InsufficientData {
  const { coefficients, n } = adjustment.sums;
  const scaled = denominator(adjustment, contrasts);
  const middle = inverse(multiply(multiply(contrasts, adjustment.covariance), transpose(contrasts)));
  if (scaled === null || middle === null) return insufficient("not-identifiable", n);
  const p = contrasts.columns;
  const values = Array.from({ length: contrasts.rows }, (_, i) =>
    coefficients.reduce((total, coefficient, j) => total + coefficient * (contrasts.values[i * p + j] ?? 0), 0),
  );
  const statistic = (scaled.scale * quadraticForm(middle, values)) / contrasts.rows;
  if (!Number.isFinite(statistic)) return insufficient("out-of-range", n);
  return {
    kind: "f-test",
    statistic,
    numeratorDegreesOfFreedom: contrasts.rows,
    denominatorDegreesOfFreedom: scaled.degreesOfFreedom,
    pValue: fUpper(statistic, contrasts.rows, scaled.degreesOfFreedom),
  };
}

/** Degrees of freedom and scale that match the first two moments of the Wald statistic to those of an F. */
function denominator({ sums, parameterCovariance }: KenwardRogerAdjustment, contrasts: Matrix) {
  const phi = sums.covariance;
  const r = sums.first.length;
  const q = contrasts.rows;
  const middle = inverse(multiply(multiply(contrasts, phi), transpose(contrasts)));
  if (middle === null) return null;
  const theta = multiply(multiply(transpose(contrasts), middle), contrasts);
  const thetaPhi = multiply(theta, phi);
  const products = sums.first.map((p) => multiply(multiply(thetaPhi, p), phi));
  let a1 = 0;
  let a2 = 0;
  products.forEach((left, i) => {
    products.forEach((right, j) => {
      const weight = parameterCovariance.values[i * r + j] ?? 0;
      a1 += weight * trace(left) * trace(right);
      a2 += weight * traceOfProduct(left, right);
    });
  });
  if (!(a2 > 0)) return null;
  const b = (a1 + 6 * a2) / (2 * q);
  const g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
  const base = 3 * q + 2 * (1 - g);
  const expectationFactor = 1 - a2 / q;
  const v0 = 1 + (g / base) * b;
  const v1 = 1 - ((q - g) / base) * b;
  const v2 = 1 - ((q + 2 - g) / base) * b;
  const ratio = Math.abs(expectationFactor) < ZERO && Math.abs(v1) < ZERO ? 1 : expectationFactor / v1;
  const rho = (ratio ** 2 * (Math.abs(v0) < ZERO ? 0 : v0)) / v2 / q;
  const degreesOfFreedom = 4 + (q + 2) / (q * rho - 1);
  if (!(degreesOfFreedom > 0) || !Number.isFinite(degreesOfFreedom)) return null;
  // The scale is 1 for one contrast; the expectation 1 / (1 - A2 / q) of an F with m > 2 is m / (m - 2).
  const scale =
    Math.abs(degreesOfFreedom - 2) < ZERO ? 1 : (degreesOfFreedom * expectationFactor) / (degreesOfFreedom - 2);
  return { degreesOfFreedom, scale };
}

function trace(a: Matrix): number {
  let total = 0;
  for (let i = 0; i < a.rows; i += 1) total += a.values[i * a.columns + i] ?? 0;
  return total;
}
