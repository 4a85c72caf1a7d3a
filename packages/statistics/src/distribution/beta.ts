import { deviancePart } from "./deviance-part";
import { stirlingError } from "./log-gamma";
import { positiveQuantile } from "./positive-quantile";

/** Stands in for zero in the continued fraction. */
const TINY = 1e-300;
/** Far more than any shapes need; the loop must end even if rounding kept it from settling. */
const MOST_TERMS = 1e6;

/** Both tails of a probability; each keeps its digits where it is small. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * P(X <= x) and P(X > x) for the beta distribution, given x and y = 1 - x, both from 0 to 1, so that neither end loses
 * digits. An argument that is not a number, after an overflow, gives tails that are none. Source: the continued fraction of Didonato and Morris, ACM Trans. Math. Softw. 18 (1992) 360-373, with
 * Loader's form of the leading factor.
 */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (Number.isNaN(x + y + a + b)) return { lower: Number.NaN, upper: Number.NaN };
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) throw new RangeError(`Not shapes: ${a}, ${b}`);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x * (b + 1) <= (a + 1) * y) {
    const lower = Math.min(1, prefix(x, y, a, b) * fraction(x, y, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, prefix(x, y, a, b) * fraction(y, x, b, a));
  return { lower: 1 - upper, upper };
}

/** P(X <= x) for the beta distribution. R: pbeta(x, a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b).lower;
}

/** P(X > x). R: pbeta(x, a, b, lower.tail = FALSE). */
export function betaUpper(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b).upper;
}

/** The x with P(X <= x) = p of the beta distribution. R: qbeta(p, a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  const odds = oddsQuantile(p, a, b);
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** x / (1 - x) at the quantile x, which has digits to tell x from 1. */
export function oddsQuantile(p: number, a: number, b: number): number {
  const tails = (odds: number) => betaTails(odds / (1 + odds), 1 / (1 + odds), a, b);
  return positiveQuantile(
    p,
    a / b,
    (odds) => tails(odds).lower,
    (odds) => tails(odds).upper,
  );
}

/** x^a y^b / B(a, b). */
function prefix(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const deviances = deviancePart(a, n * x) + deviancePart(b, n * y);
  return Math.exp(errors - deviances) * Math.sqrt(((a / n) * b) / (2 * Math.PI));
}

/** The continued fraction, for x up to the mean a / (a + b); there all its parts are positive while n < b. */
function fraction(x: number, y: number, a: number, b: number): number {
  const excess = a * y - b * x;
  const denominator = (n: number) =>
    n + (n === 0 ? 0 : (n * (b - n) * x) / (a + 2 * n - 1)) + ((a + n) * (excess + 1 + n * (1 + y))) / (a + 2 * n + 1);
  let d = 1 / denominator(0);
  let c = 1 / TINY;
  let result = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const share = x / (a + 2 * n - 1);
    const numerator = (a + n - 1) * share * (a + b + n - 1) * n * (b - n) * share;
    const next = denominator(n);
    d = 1 / awayFromZero(next + numerator * d);
    c = awayFromZero(next + numerator / c);
    const factor = c * d;
    result *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) break;
  }
  return result;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
