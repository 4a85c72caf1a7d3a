import { findRoot } from "../optimisation/find-root";
import { averageOverScale } from "./average-over-scale";
import { normalLogCdf } from "./normal";

/** A standard normal variable this far out has a probability of zero in doubles. */
const ALMOST_IMPOSSIBLE = 40;
/** What is smaller than exp of minus this is zero in doubles. */
const BEYOND_DOUBLES = 800;

/**
 * P(T <= t) for the noncentral t with df > 0 and noncentrality ncp. R: pt(t, df, ncp), whose lower tail has no correct
 * digits below 1e-12.
 *
 * T = (Z + ncp) / S with S^2 = chi^2 / df, so the probability is the mean of Phi(t S - ncp).
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  if (isBeyondDoubles(t, df, ncp)) return 0;
  if (isBeyondDoubles(-t, df, -ncp)) return 1;
  return averageOverScale((scale) => normalLogCdf(t * scale - ncp), df, Math.max(Math.abs(t), Math.abs(ncp)));
}

/**
 * Whether P(T <= t) is certainly zero in doubles, which saves a sum of very many terms. For t S to reach ncp > 0, either
 * S exceeds the root of their ratio, or Z lies below what that root leaves.
 */
function isBeyondDoubles(t: number, df: number, ncp: number): boolean {
  if (ncp < ALMOST_IMPOSSIBLE) return false;
  if (t <= 0) return true;
  const root = Math.sqrt(ncp / t);
  const logDensity = df * (Math.log(root) - (root * root - 1) / 2);
  return root > 1 && logDensity < -BEYOND_DOUBLES && ncp - t * root > ALMOST_IMPOSSIBLE;
}

/** P(T > t). R: pt(t, df, ncp, lower.tail = FALSE). */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return noncentralTCdf(-t, df, -ncp);
}

/**
 * Interval for the noncentrality parameter, given an observed t: the values under which t would sit at the upper and
 * lower (1 - level) / 2 point.
 */
export function noncentralityInterval(t: number, df: number, level: number): { low: number; high: number } {
  const tail = (1 - level) / 2;
  return { low: -noncentralityAt(-t, df, tail), high: noncentralityAt(t, df, tail) };
}

/** The ncp for which P(T <= t) = p. The probability falls as ncp grows. */
function noncentralityAt(t: number, df: number, p: number): number {
  const excess = (ncp: number) => Math.max(Math.log(noncentralTCdf(t, df, ncp)), -1e4) - Math.log(p);
  let reach = 1 + Math.abs(t);
  while (excess(t - reach) < 0 || excess(t + reach) > 0) reach *= 2;
  return findRoot(excess, t - reach, t + reach, 1e-13 * reach) ?? t;
}
