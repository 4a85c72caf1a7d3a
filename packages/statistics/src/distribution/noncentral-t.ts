import { findRoot } from "../optimisation/find-root";
import { averageOverNormal } from "./average-over-normal";
import { averageOverScale } from "./average-over-scale";
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from "./chi-squared";
import { normalLogCdf } from "./normal";

/** A standard normal variable this far out has a probability of zero in doubles. */
const ALMOST_IMPOSSIBLE = 40;
/** What is smaller than exp of minus this is zero in doubles. */
const BEYOND_DOUBLES = 800;
/** From this many times the root of df + 1 on, Z is nothing beside t S: it moves a quantile by less than rounding. */
const ONLY_SCALE = 1e8;

/**
 * P(T <= t) for the noncentral t with df > 0 and noncentrality ncp. R: pt(t, df, ncp), whose lower tail has no correct
 * digits below 1e-12.
 *
 * T = (Z + ncp) / S with S^2 = chi^2 / df, so the probability is the mean over S of Phi(t S - ncp), and the mean over Z
 * of the share of S beyond (Z + ncp) / t. The first is smooth while ncp is small beside the spread of S, the second
 * where it is large; so the work does not grow with t.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  if ([t, df, ncp].some(Number.isNaN)) return Number.NaN;
  if (isBeyondDoubles(t, df, ncp)) return 0;
  if (isBeyondDoubles(-t, df, -ncp)) return 1;
  const steepness = Math.abs(ncp) + 2;
  if (!(steepness > Math.max(ALMOST_IMPOSSIBLE + 2, Math.sqrt(2 * df)))) {
    return averageOverScale((scale) => normalLogCdf(t * scale - ncp), df, steepness);
  }
  // Here t and ncp have one sign, and Z + ncp has it too but for what is zero in doubles.
  const share = t > 0 ? chiSquaredUpper : chiSquaredCdf;
  return averageOverNormal((z) => share(df * ((Math.abs(ncp) + z) / Math.abs(t)) ** 2, df));
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
  if (Math.abs(t) > ONLY_SCALE * Math.sqrt(df + 1)) {
    return t * Math.sqrt(chiSquaredQuantile(t > 0 ? 1 - p : p, df) / df);
  }
  const excess = (ncp: number) => Math.max(Math.log(noncentralTCdf(t, df, ncp)), -1e4) - Math.log(p);
  let reach = 2 + (2 * Math.abs(t)) / Math.sqrt(df + 1);
  while (excess(t - reach) < 0 || excess(t + reach) > 0) reach *= 2;
  return findRoot(excess, t - reach, t + reach, 1e-13 * reach) ?? t;
}
