import { gammaCdf, gammaQuantile, gammaUpper } from "./gamma";

/** P(X <= x) for chi-squared with df > 0. R: pchisq(x, df). */
export function chiSquaredCdf(x: number, df: number): number {
  return gammaCdf(x / 2, df / 2);
}

/** P(X > x). R: pchisq(x, df, lower.tail = FALSE). */
export function chiSquaredUpper(x: number, df: number): number {
  return gammaUpper(x / 2, df / 2);
}

/** x with P(X <= x) = p. R: qchisq(p, df). */
export function chiSquaredQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}
