import cdf from "@stdlib/stats-base-dists-t-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";

/** P(T <= t) for Student's t with `df` > 0 degrees of freedom. R: pt(t, df). */
export function tCdf(t: number, df: number): number {
  // The upper tail is taken by symmetry, so that small tail probabilities keep their digits.
  return t > 0 ? 1 - cdf(-t, df) : cdf(t, df);
}

/** P(|T| >= |t|). R: 2 * pt(-abs(t), df). */
export function tTwoSidedP(t: number, df: number): number {
  return 2 * cdf(-Math.abs(t), df);
}

/** Half-width factor of a two-sided interval: the (1 + level) / 2 quantile. R: qt((1 + level) / 2, df). */
export function tCritical(level: number, df: number): number {
  return -quantile((1 - level) / 2, df);
}
