import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/** P(Z <= z) for the standard normal. R: pnorm(z). */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z / Math.SQRT2);
}

/** z with P(Z <= z) = p. R: qnorm(p). */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}

/** Half-width factor of a two-sided interval: the (1 + level) / 2 quantile. R: qnorm((1 + level) / 2). */
export function normalCritical(level: number): number {
  return Math.SQRT2 * erfcinv(1 - level);
}
