import { entry } from "../linear-algebra/vector";

/** 2^27 + 1 cuts a double into two halves whose products are exact. */
const SPLITTER = 134217729;

/**
 * The mean of the values at some rows, correctly rounded but for cases nearer to a tie than 1e-30: the sum is carried in
 * two doubles. Resamples that hold the same values in another order therefore have the same mean to the last digit,
 * which is what the share below the estimate in a bias correction counts. Source: Dekker, Numerische Mathematik 18
 * (1971) 224-242. R: mean(values[rows]), which sums in extended precision.
 * @param rows at least one
 */
export function roundedMean(values: readonly number[], rows: ArrayLike<number>): number {
  let high = 0;
  let low = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const value = values[entry(rows, index)] ?? 0;
    const sum = high + value;
    const added = sum - high;
    low += high - (sum - added) + (value - added);
    high = sum;
  }
  const sum = high + low;
  const rest = low - (sum - high);
  const n = rows.length;
  const quotient = sum / n;
  // What quotient * n falls short of the sum, exactly.
  const product = quotient * n;
  const cut = SPLITTER * quotient;
  const upper = cut - (cut - quotient);
  const error = upper * n - product + (quotient - upper) * n;
  return quotient + (sum - product - error + rest) / n;
}
