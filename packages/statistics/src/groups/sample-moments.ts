/** Number, mean and standard deviation (divisor n - 1; 0 for one value) of a sample. */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** A spread this small against the values is rounding error, not spread. The same bound as R's t.test. */
const ESSENTIALLY_CONSTANT = 10 * Number.EPSILON;

/**
 * Moments by two passes, the mean with one correction step. R: length, mean, sd. A spread that is only rounding error
 * is 0. The mean of no values is 0.
 * @throws RangeError when a value is not finite
 */
export function sampleMoments(values: readonly number[]): SampleMoments {
  const n = values.length;
  if (n === 0) return { n, mean: 0, sd: 0 };
  let [sum, largest] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A value is not finite: ${value}`);
    sum += value;
    largest = Math.max(largest, Math.abs(value));
  }
  const first = sum / n;
  let rest = 0;
  for (const value of values) rest += value - first;
  const mean = first + rest / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const sd = n === 1 ? 0 : Math.sqrt(squares / (n - 1));
  return { n, mean, sd: sd <= ESSENTIALLY_CONSTANT * largest ? 0 : sd };
}
