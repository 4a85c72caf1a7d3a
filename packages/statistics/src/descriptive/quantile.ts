import { entry } from "../linear-algebra/vector";

/**
 * The value below which a share p of the data lies, between neighbouring values in proportion: type 7 of Hyndman and
 * Fan, American Statistician 50 (1996) 361-365. R: quantile(values, p), its default; median at p = 0.5.
 * @param values at least one, in any order
 * @throws RangeError when there is no value, one is not finite, or p lies outside 0..1
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a share: ${p}`);
  if (values.length === 0 || !values.every(Number.isFinite)) throw new RangeError("Not a list of numbers");
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * p;
  // A position a rounding error away from a whole number is that number.
  const lower = Math.floor(position + 4 * Number.EPSILON);
  const low = entry(sorted, lower);
  const share = position - lower;
  if (Math.abs(share) < 4 * Number.EPSILON || lower + 1 >= sorted.length) return low;
  // Weighted rather than stepped, so that values at the ends of what a double can hold do not overflow.
  return (1 - share) * low + share * entry(sorted, lower + 1);
}
