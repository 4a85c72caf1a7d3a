import { betaTails } from "./beta";
import { chiSquaredCdf, chiSquaredUpper } from "./chi-squared";
import { gammaUpper } from "./gamma";
import { poissonMass } from "./poisson";

/** Weights below this share of the sum are left out. */
const NEGLIGIBLE = 1e-17;
/** Counts added up per standard deviation of them, at least. */
const STRIDES_PER_DEVIATION = 8;
/** From here on the noncentral chi-squared varies by less than rounding. */
const AS_GOOD_AS_FIXED = 2 ** 98;

/**
 * P(F > x) for the noncentral F: its numerator has 2 J further degrees of freedom, J being Poisson with mean ncp / 2.
 * df2 may be infinite. Source: NIST/SEMATECH handbook 1.3.6; Johnson, Kotz and Balakrishnan (1995), chapter 30.
 * R: pf(x, df1, df2, ncp, lower.tail = FALSE).
 */
export function noncentralFUpper(x: number, df1: number, df2: number, ncp: number): number {
  if (df2 === Infinity) return noncentralChiSquaredUpper(x * df1, df1, ncp);
  if (Number.isNaN(x + df1 + df2 + ncp)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (isAsGoodAsFixed(ncp)) return chiSquaredCdf((ncp / x / df1) * df2, df2);
  const odds = (x * df1) / df2;
  const [share, rest] = [odds / (1 + odds), 1 / (1 + odds)];
  return overPoisson(ncp / 2, (j) => betaTails(share, rest, df1 / 2 + j, df2 / 2).upper);
}

/** P(X > x) for the noncentral chi-squared, likewise. R: pchisq(x, df, ncp, lower.tail = FALSE). */
export function noncentralChiSquaredUpper(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquaredUpper(x, df);
  if (Number.isNaN(x + df + ncp)) return Number.NaN;
  if (x <= 0) return 1;
  if (isAsGoodAsFixed(ncp)) return x < ncp ? 1 : 0;
  return overPoisson(ncp / 2, (j) => gammaUpper(x / 2, df / 2 + j));
}

function isAsGoodAsFixed(ncp: number): boolean {
  return ncp > AS_GOOD_AS_FIXED && ncp < Infinity;
}

/**
 * The mean of a tail that grows with j over a Poisson count j, from the likeliest count outwards. Where counts vary by
 * many, every `stride`-th stands for those around it: masses and tails are smooth, so the error of such a sum falls like
 * exp(-(deviation / stride)^2), and the work does not grow with the mean.
 */
function overPoisson(mean: number, tail: (j: number) => number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`Not a noncentrality: ${2 * mean}`);
  const stride = 2 ** Math.max(0, Math.floor(Math.log2(Math.sqrt(mean) / STRIDES_PER_DEVIATION)));
  const middle = stride * Math.floor(mean / stride);
  let total = poissonMass(middle, mean) * tail(middle);
  for (let j = middle + stride; ; j += stride) {
    const mass = poissonMass(j, mean);
    total += mass * tail(j);
    // No tail exceeds 1, and the masses now fall faster than a geometric series.
    if (mass <= NEGLIGIBLE * total) break;
  }
  for (let j = middle - stride; j >= 0; j -= stride) {
    const part = poissonMass(j, mean) * tail(j);
    total += part;
    if (part <= NEGLIGIBLE * total) break;
  }
  return Math.min(1, stride * total);
}
