import { entry } from "../linear-algebra/vector";

const SLACK = 64 * Number.EPSILON;

/** P(V <= k) for the sum V of the positive ranks of n values without ties or zeros. R: psignrank(k, n). */
export function signedRankCdf(k: number, n: number): number {
  check(n);
  const most = (n * (n + 1)) / 2;
  // R adds 1e-7 as well, so that a statistic that is a whole number but for rounding counts as that number.
  const whole = Math.floor(k + 1e-7);
  if (whole < 0) return 0;
  if (whole >= most) return 1;
  if (whole > most / 2) return 1 - signedRankCdf(most - whole - 1, n);
  return distribution(n, whole).reduce((sum, mass) => sum + mass, 0);
}

/** The smallest k with P(V <= k) >= p. R: qsignrank(p, n). */
export function signedRankQuantile(p: number, n: number): number {
  check(n);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  const most = (n * (n + 1)) / 2;
  const masses = distribution(n, most);
  let total = 0;
  if (p <= 0.5) {
    for (let k = 0; k < most; k += 1) {
      total += entry(masses, k);
      if (total >= p * (1 - SLACK)) return k;
    }
    return most;
  }
  // From the other end, so that what is left above keeps its digits.
  for (let k = most; k > 0; k -= 1) {
    total += entry(masses, k);
    if (total > (1 - p) * (1 + SLACK) + SLACK * p) return k;
  }
  return 0;
}

function check(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of values: ${n}`);
}

/** P(V = 0), ..., P(V = most): each rank is positive with probability one half. */
function distribution(n: number, most: number): Float64Array {
  const masses = new Float64Array(most + 1);
  masses[0] = 1;
  for (let rank = 1; rank <= n; rank += 1) {
    for (let k = most; k >= 0; k -= 1) {
      masses[k] = 0.5 * entry(masses, k) + (k >= rank ? 0.5 * entry(masses, k - rank) : 0);
    }
  }
  return masses;
}
