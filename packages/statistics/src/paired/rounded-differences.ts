const DECIMALS = 1e10;

/**
 * Differences post - pre, rounded to 10 decimals. Values with a few decimals differ by amounts that are equal on paper
 * and not in binary (84.9 - 81.4 and 5.1 - 1.6), and every rank statistic would break these ties. R:
 * round(post - pre, 10).
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function roundedDifferences(pre: readonly number[], post: readonly number[]): number[] {
  if (pre.length !== post.length) throw new RangeError(`${pre.length} values before but ${post.length} after`);
  return post.map((after, index) => roundToTenDecimals(after - (pre[index] ?? 0)));
}

/**
 * The number of at most 10 decimals nearest to a value; beyond 9e5 a double has no more than that anyway.
 * @throws RangeError when the value is not finite
 */
export function roundToTenDecimals(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`A value is not finite: ${value}`);
  const scaled = Math.round(Math.abs(value) * DECIMALS);
  if (scaled === 0) return 0;
  return scaled > Number.MAX_SAFE_INTEGER ? value : (Math.sign(value) * scaled) / DECIMALS;
}
