import { betaTails } from "./beta";
import { deviancePart } from "./deviance-part";
import { stirlingError } from "./log-gamma";

/** Slack that R allows, so that a probability that was itself computed finds its own quantile. */
const SLACK = 64 * Number.EPSILON;

/** P(X = k) of n draws with probability p; 0 when k is not a possible count. R: dbinom(k, n, p). */
export function binomialMass(k: number, n: number, p: number): number {
  check(n, p);
  if (!Number.isInteger(k) || k < 0 || k > n) return 0;
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return p ** n;
  const rest = n - k;
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(rest);
  const deviances = deviancePart(k, n * p) + deviancePart(rest, n * (1 - p));
  return Math.exp(errors - deviances) / Math.sqrt(2 * Math.PI * k * (rest / n));
}

/** Lower tail P(X <= k) of the binomial distribution. R: pbinom(k, n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  check(n, p);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : betaTails(p, 1 - p, whole + 1, n - whole).upper;
}

/** P(X > k). R: pbinom(k, n, p, lower.tail = FALSE). */
export function binomialUpper(k: number, n: number, p: number): number {
  check(n, p);
  const whole = Math.floor(k);
  if (whole < 0) return 1;
  return whole >= n ? 0 : betaTails(p, 1 - p, whole + 1, n - whole).lower;
}

/** The smallest count k with P(X <= k) >= share. R: qbinom(share, n, p). */
export function binomialQuantile(share: number, n: number, p: number): number {
  check(n, p);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`Not a probability: ${share}`);
  if (share === 1) return n;
  let [below, reached] = [-1, n];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (binomialCdf(middle, n, p) >= share * (1 - SLACK)) reached = middle;
    else below = middle;
  }
  return reached;
}

function check(n: number, p: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of draws: ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
}
