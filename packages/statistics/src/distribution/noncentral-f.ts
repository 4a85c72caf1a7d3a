import { betaTails } from "./beta";
import { chiSquaredUpper } from "./chi-squared";
import { gammaUpper } from "./gamma";
import { poissonMass } from "./poisson";

/** Weights below this share of the sum are left out. */
const NEGLIGIBLE = 1e-17;
/** Standard deviations beyond which a count is as good as impossible. */
const FAR = 40;

/**
 * P(F > x) for the noncentral F: its numerator has 2 J further degrees of freedom, J being Poisson with mean ncp / 2.
 * df2 may be infinite. Source: NIST/SEMATECH handbook 1.3.6; Johnson, Kotz and Balakrishnan (1995), chapter 30.
 * R: pf(x, df1, df2, ncp, lower.tail = FALSE).
 */
export function noncentralFUpper(x: number, df1: number, df2: number, ncp: number): number {
  if (df2 === Infinity) return noncentralChiSquaredUpper(x * df1, df1, ncp);
  if (Number.isNaN(x + df1 + df2 + ncp)) return Number.NaN;
  if (x <= 0) return 1;
  const odds = (x * df1) / df2;
  const [share, rest] = [odds / (1 + odds), 1 / (1 + odds)];
  return overPoisson(ncp / 2, (j) => betaTails(share, rest, df1 / 2 + j, df2 / 2).upper);
}

/** P(X > x) for the noncentral chi-squared, likewise. R: pchisq(x, df, ncp, lower.tail = FALSE). */
export function noncentralChiSquaredUpper(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquaredUpper(x, df);
  if (Number.isNaN(x + df + ncp)) return Number.NaN;
  if (x <= 0) return 1;
  return overPoisson(ncp / 2, (j) => gammaUpper(x / 2, df / 2 + j));
}

/** The mean of a tail that grows with j over a Poisson count j, from the likeliest count outwards. */
function overPoisson(mean: number, tail: (j: number) => number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`Not a noncentrality: ${2 * mean}`);
  const middle = Math.floor(mean);
  // Where even a count that hardly ever is so low leaves nothing below x, there is no need to add up very many.
  const rare = Math.floor(mean - FAR * Math.sqrt(mean));
  if (rare > 0 && tail(rare) === 1) return 1;
  let total = poissonMass(middle, mean) * tail(middle);
  for (let j = middle + 1; ; j += 1) {
    const mass = poissonMass(j, mean);
    total += mass * tail(j);
    // No tail exceeds 1, and the masses now fall faster than a geometric series.
    if (mass < NEGLIGIBLE * total || mass === 0) break;
  }
  for (let j = middle - 1; j >= 0; j -= 1) {
    const part = poissonMass(j, mean) * tail(j);
    total += part;
    if (part < NEGLIGIBLE * total) break;
  }
  return Math.min(1, total);
}
