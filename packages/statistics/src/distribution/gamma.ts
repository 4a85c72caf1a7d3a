import { deviancePart } from "./deviance-part";
import { logGamma, stirlingError } from "./log-gamma";
import { normalQuantile } from "./normal";
import { positiveQuantile } from "./positive-quantile";

const PRECISION = 1e-17;
/** Stands in for zero in the continued fraction. */
const TINY = 1e-300;
/** Far more than any shape needs; the loop must end even if rounding kept it from settling. */
const MOST_TERMS = 1e6;

/** x^a exp(-x) / gamma(a + 1), for a > 0 and x > 0. */
export function gammaPrefix(a: number, x: number): number {
  if (a < 1) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return Math.exp(-stirlingError(a) - deviancePart(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** P(X <= x) for the gamma distribution with scale 1. R: pgamma(x, shape). */
export function gammaCdf(x: number, shape: number): number {
  check(shape);
  if (Number.isNaN(x + shape)) return Number.NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < shape + 1 ? lowerSeries(x, shape) : 1 - upperFraction(x, shape);
}

/** P(X > x) for the gamma distribution with scale 1. R: pgamma(x, shape, lower.tail = FALSE). */
export function gammaUpper(x: number, shape: number): number {
  check(shape);
  if (Number.isNaN(x + shape)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (shape < 1 && x < 1.5) return upperOfSmallShape(x, shape);
  return x < shape + 1 ? 1 - lowerSeries(x, shape) : upperFraction(x, shape);
}

/** x with P(X <= x) = p for the gamma distribution with scale 1. R: qgamma(p, shape). */
export function gammaQuantile(p: number, shape: number): number {
  check(shape);
  return positiveQuantile(
    p,
    guess(p, shape),
    (x) => gammaCdf(x, shape),
    (x) => gammaUpper(x, shape),
  );
}

function check(shape: number): void {
  if (shape <= 0 || shape === Infinity) throw new RangeError(`Not a shape: ${shape}`);
}

/** Wilson and Hilferty's cube where it is positive, otherwise the first term of the series. */
function guess(p: number, shape: number): number {
  const z = p > 0 && p < 1 ? normalQuantile(p) : 0;
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (root > 0.2) return shape * root ** 3;
  return Math.max(Math.exp((Math.log(p) + logGamma(shape + 1)) / shape), 1e-300);
}

/** Source: NIST DLMF 8.7.1 (second form). */
function lowerSeries(x: number, a: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; term > PRECISION * sum; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return gammaPrefix(a, x) * sum;
}

/** Source: NIST DLMF 8.9.2, by Lentz's method. */
function upperFraction(x: number, a: number): number {
  const prefix = gammaPrefix(a, x);
  if (prefix === 0) return 0;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2 * Number.EPSILON) break;
  }
  return prefix * a * fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The upper tail where almost everything lies near zero: NIST DLMF 8.7.1 with the leading 1 taken out. */
function upperOfSmallShape(x: number, a: number): number {
  const logPower = a * Math.log(x) - logGamma(1 + a);
  let [term, sum] = [1, 0];
  for (let k = 1; Math.abs(term) > PRECISION; k += 1) {
    term *= -x / k;
    sum += term / (a + k);
  }
  return -Math.expm1(logPower) - Math.exp(logPower) * a * sum;
}
