import { entry } from "../linear-algebra/vector";

const SLACK = 64 * Number.EPSILON;

/**
 * P(W <= k) for the number W of pairs in which the value from the first group, of m, is larger than that from the
 * second, of n, without ties. R: pwilcox(k, m, n).
 */
export function rankSumCdf(k: number, m: number, n: number): number {
  check(m, n);
  const most = m * n;
  // R adds 1e-7 as well, so that a statistic that is a whole number but for rounding counts as that number.
  const whole = Math.floor(k + 1e-7);
  if (whole < 0) return 0;
  if (whole >= most) return 1;
  if (whole > most / 2) return 1 - rankSumCdf(most - whole - 1, m, n);
  return distribution(m, n, whole).reduce((sum, mass) => sum + mass, 0);
}

/** The smallest k with P(W <= k) >= p. R: qwilcox(p, m, n). */
export function rankSumQuantile(p: number, m: number, n: number): number {
  check(m, n);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  const most = m * n;
  const masses = distribution(m, n, most);
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

function check(m: number, n: number): void {
  for (const size of [m, n]) {
    if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`Not a number of values: ${size}`);
  }
}

/**
 * P(W = 0), ..., P(W = most). The largest of all values belongs to the first group with probability m / (m + n), and
 * then wins against all n of the other. Source: Mann and Whitney, Annals of Mathematical Statistics 18 (1947) 50-60.
 */
function distribution(m: number, n: number, most: number): Float64Array {
  // One row per size of the first group from 0 to m, for a second group that grows from 0 to n.
  const rows = Array.from({ length: m + 1 }, () => {
    const row = new Float64Array(most + 1);
    row[0] = 1;
    return row;
  });
  for (let second = 1; second <= n; second += 1) {
    let smaller = rows[0] ?? new Float64Array();
    rows.forEach((row, first) => {
      if (first === 0) return;
      const share = first / (first + second);
      for (let k = 0; k <= Math.min(most, first * second); k += 1) {
        const won = k >= second ? share * entry(smaller, k - second) : 0;
        row[k] = won + (1 - share) * entry(row, k);
      }
      smaller = row;
    });
  }
  return rows[m] ?? new Float64Array();
}
