/**
 * The number at an index, for loops whose bounds are right by construction.
 * @throws RangeError when there is none
 */
export function entry(vector: ArrayLike<number>, index: number): number {
  const value = vector[index];
  if (value === undefined) throw new RangeError(`No entry ${index} in a vector of ${vector.length}`);
  return value;
}

/**
 * Inner product of two vectors.
 * @throws RangeError when the lengths differ
 */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`Vectors of ${a.length} and ${b.length} entries`);
  let total = 0;
  for (let index = 0; index < a.length; index += 1) total += entry(a, index) * entry(b, index);
  return total;
}

/** Euclidean length, scaled so that the squares of very large or very small entries are never formed. */
export function norm(a: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < a.length; index += 1) largest = Math.max(largest, Math.abs(entry(a, index)));
  if (largest === 0) return 0;
  let total = 0;
  for (let index = 0; index < a.length; index += 1) total += (entry(a, index) / largest) ** 2;
  return largest * Math.sqrt(total);
}
