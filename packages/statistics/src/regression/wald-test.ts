import { chiSquaredUpper } from "../distribution/chi-squared";
import { fUpper } from "../distribution/f";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { type Matrix, multiply, multiplyVector, transpose } from "../linear-algebra/matrix";
import { norm } from "../linear-algebra/vector";

export interface WaldTest {
  readonly kind: "wald-test";
  readonly chiSquared: number;
  /** chiSquared / df1. */
  readonly f: number;
  readonly df1: number;
  /** Of the residuals; null for the chi-squared test. */
  readonly df2: number | null;
  readonly pValue: number;
}

/**
 * Test that several linear combinations of coefficients are all zero, with any covariance.
 * R: car::linearHypothesis(model, contrasts, vcov. = covariance), lmtest::waldtest().
 * @param contrasts one row per combination, one column per coefficient
 * @param df2 degrees of freedom of the residuals for the F test; null for chi-squared
 * @returns null when the combinations repeat each other or the covariance leaves one without spread
 */
export function waldTest(
  coefficients: ArrayLike<number>,
  covariance: Matrix,
  contrasts: Matrix,
  df2: number | null,
): WaldTest | null {
  const root = choleskyDecompose(multiply(multiply(contrasts, covariance), transpose(contrasts)));
  if (root.kind !== "cholesky" || contrasts.rows === 0) return null;
  const chiSquared = norm(root.whiten(multiplyVector(contrasts, coefficients))) ** 2;
  const df1 = contrasts.rows;
  const f = chiSquared / df1;
  const pValue = df2 === null ? chiSquaredUpper(chiSquared, df1) : fUpper(f, df1, df2);
  return { kind: "wald-test", chiSquared, f, df1, df2, pValue };
}
