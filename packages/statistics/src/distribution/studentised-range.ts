import { averageOverScale } from "./average-over-scale";
import { normalCdf, normalDensity, normalLogCdf, normalUpper } from "./normal";
import { positiveQuantile } from "./positive-quantile";

/** Step of the trapezoid rule over the largest mean, which is normal on the scale of its standard error. */
const STEP = 0.125;
/** The trapezoids begin here; the density further down is nothing beside any tail. */
const FIRST = -9;
const LAST = 38;

/** The largest mean, its density and the share below it, wherever the trapezoid rule looks. */
const GRID = Array.from({ length: (LAST - FIRST) / STEP + 1 }, (_, index) => {
  const z = FIRST + index * STEP;
  return { z, density: normalDensity(z), below: normalCdf(z), above: normalUpper(z), logBelow: normalLogCdf(z) };
});

/**
 * P(Q <= q) for the range of `means` independent normal values over an independent standard deviation with df degrees
 * of freedom, which may be infinite. Source: Pearson and Hartley, Biometrika 33 (1943) 89-99. R: ptukey(q, means, df),
 * which is wrong from the fourth digit on for few degrees of freedom.
 * @throws RangeError when there are fewer than two means, or no degrees of freedom
 */
export function studentisedRangeCdf(q: number, means: number, df: number): number {
  check(means, df);
  if (Number.isNaN(q + df)) return Number.NaN;
  if (q <= 0) return 0;
  return q === Infinity ? 1 : averageOverScale((scale) => Math.log(rangeTails(q * scale, means).lower), df, 2);
}

/** P(Q > q), to the last digits also where it is small. R: ptukey(q, means, df, lower.tail = FALSE). */
export function studentisedRangeUpper(q: number, means: number, df: number): number {
  check(means, df);
  if (Number.isNaN(q + df)) return Number.NaN;
  if (q <= 0) return 1;
  return q === Infinity ? 0 : averageOverScale((scale) => Math.log(rangeTails(q * scale, means).upper), df, 2);
}

/** q with P(Q <= q) = p. R: qtukey(p, means, df). */
export function studentisedRangeQuantile(p: number, means: number, df: number): number {
  check(means, df);
  if (Number.isNaN(df)) return df;
  return positiveQuantile(
    p,
    2 + Math.log(means),
    (q) => studentisedRangeCdf(q, means, df),
    (q) => studentisedRangeUpper(q, means, df),
  );
}

function check(means: number, df: number): void {
  if (!(Number.isInteger(means) && means >= 2)) throw new RangeError(`Not a number of means to compare: ${means}`);
  if (df <= 0) throw new RangeError(`Not degrees of freedom: ${df}`);
}

/**
 * Both tails of the range of n standard normal values: over the largest value z, whether all others lie within
 * `width` below it.
 */
function rangeTails(width: number, n: number): { lower: number; upper: number } {
  let [lower, upper] = [0, 0];
  for (const { z, density, below, above, logBelow } of GRID) {
    // The upper tail has its weight around half the width.
    if (z > width / 2 - FIRST) break;
    const outside = normalCdf(z - width);
    // The share of the others that lie inside: differences of two tails of one side keep their digits.
    const inside = z > 0 && z - width > 0 ? normalUpper(z - width) - above : below - outside;
    lower += density * inside ** (n - 1);
    upper += density * -Math.exp((n - 1) * logBelow) * Math.expm1((n - 1) * Math.log1p(-Math.min(1, outside / below)));
  }
  return { lower: Math.min(1, n * STEP * lower), upper: Math.min(1, n * STEP * upper) };
}
