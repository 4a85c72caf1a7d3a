import { gammaCdf, gammaPrefix, gammaUpper } from "./gamma";

/** P(X = k) of counts with the given mean; 0 when k is not a count. R: dpois(k, mean). */
export function poissonMass(k: number, mean: number): number {
  check(mean);
  if (!Number.isInteger(k) || k < 0) return 0;
  if (mean === 0) return k === 0 ? 1 : 0;
  return k === 0 ? Math.exp(-mean) : gammaPrefix(k, mean);
}

/** Lower tail P(X <= k) of the Poisson distribution. R: ppois(k, mean). */
export function poissonCdf(k: number, mean: number): number {
  check(mean);
  return k < 0 ? 0 : gammaUpper(mean, Math.floor(k) + 1);
}

/** P(X > k). R: ppois(k, mean, lower.tail = FALSE). */
export function poissonUpper(k: number, mean: number): number {
  check(mean);
  return k < 0 ? 1 : gammaCdf(mean, Math.floor(k) + 1);
}

function check(mean: number): void {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`Not a mean of counts: ${mean}`);
}
