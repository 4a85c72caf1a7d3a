/**
 * How many people of equal weight would give the same precision: (sum of w)^2 / (sum of w^2). 0 without people.
 * Source: Kish (1965), Survey Sampling, section 11.7.
 * @throws RangeError for a weight that is negative or not finite
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  const values = Array.from(weights);
  if (!values.every((weight) => Number.isFinite(weight) && weight >= 0)) throw new RangeError("A weight is negative");
  // Shares of the largest, so that no square leaves the range of a double.
  const largest = values.reduce((most, weight) => Math.max(most, weight), 0);
  if (largest === 0) return 0;
  const total = values.reduce((sum, weight) => sum + weight / largest, 0);
  return total ** 2 / values.reduce((sum, weight) => sum + (weight / largest) ** 2, 0);
}
