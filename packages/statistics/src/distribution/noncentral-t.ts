import { normalCdf } from "./normal";

/** Steps per standard deviation of the narrower factor of the integrand; the trapezoid then errs below 1e-14. */
const STEPS_PER_WIDTH = 8;
/** Where the weight has fallen to exp(-NEGLIGIBLE) of its peak, the integral is cut. */
const NEGLIGIBLE = 45;

/**
 * P(T <= t) for the noncentral t with df > 0 and noncentrality ncp. R: pt(t, df, ncp).
 *
 * T = (Z + ncp) / S with S^2 = chi^2 / df, so the probability is the mean of Phi(t S - ncp). With S = exp(u) the
 * density of u falls off fast on both sides, and the trapezoid rule converges exponentially.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  // Log weight of u relative to its peak at u = 0.
  const logWeight = (u: number) => df * (u - (Math.exp(2 * u) - 1) / 2);
  const width = 1 / Math.sqrt(2 * df);
  const step = Math.min(width, 1 / (1 + Math.abs(t))) / STEPS_PER_WIDTH;
  let [weight, total] = [0, 0];
  const visit = (index: number) => {
    const log = logWeight(index * step);
    const share = Math.exp(log);
    weight += share;
    total += share * normalCdf(t * Math.exp(index * step) - ncp);
    return log > -NEGLIGIBLE;
  };
  visit(0);
  for (let index = 1; visit(index); ) index += 1;
  for (let index = -1; visit(index); ) index -= 1;
  return total / weight;
}

/**
 * Interval for the noncentrality parameter, given an observed t: the values under which t would sit at the upper and
 * lower (1 - level) / 2 point. By bisection, to 1e-12 of the search range.
 */
export function noncentralityInterval(t: number, df: number, level: number): { low: number; high: number } {
  const tail = (1 - level) / 2;
  return { low: noncentralityAt(t, df, 1 - tail), high: noncentralityAt(t, df, tail) };
}

/** The ncp for which P(T <= t) = p. The probability falls as ncp grows. */
function noncentralityAt(t: number, df: number, p: number): number {
  let reach = 1 + Math.abs(t);
  while (noncentralTCdf(t, df, t - reach) < p || noncentralTCdf(t, df, t + reach) > p) reach *= 2;
  let [low, high] = [t - reach, t + reach];
  while (high - low > 1e-12 * reach) {
    const middle = (low + high) / 2;
    if (noncentralTCdf(t, df, middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
