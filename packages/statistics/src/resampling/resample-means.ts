import { entry } from "../linear-algebra/vector";
import { advance, type Mrg32k3aSeed } from "../random/mrg32k3a";

/** Numbers of the state of one stream. */
const STATE = 6;
/** Decimals up to which values are taken as whole multiples, so that their sums are exact. */
const MOST_DECIMALS = 6;

/**
 * Means of resamples `from` to below `to` of values drawn with replacement: what `resampleRange` gives for the plan that
 * draws rows, several times faster. Values with at most six decimals are summed as whole numbers, so that two resamples
 * with the same mean give the same double. Two streams run side by side, because each step of one waits for the last.
 * @param values at least one, finite
 * @throws RangeError when there is no value, one is not finite, or the range is not one
 */
export function resampleMeans(values: readonly number[], seed: Mrg32k3aSeed, from: number, to: number): Float64Array {
  const n = values.length;
  if (n === 0 || !values.every(Number.isFinite)) throw new RangeError("Not a list of numbers");
  if (!(from >= 0 && from <= to)) throw new RangeError(`No resamples ${from} to ${to}`);
  const { whole, scale } = asWholeNumbers(values);
  const count = to - from;
  const half = Math.ceil(count / 2);
  const state = new Float64Array(2 * STATE);
  state.set(advance(seed, BigInt(from) * BigInt(n)));
  state.set(advance(seed, BigInt(from + half) * BigInt(n)), STATE);
  // One longer than needed where the number is odd: the second stream then draws one resample too many.
  const sums = new Float64Array(2 * half);
  for (let index = 0; index < half; index += 1) drawTwoSums(state, whole, sums, index, half + index);
  return sums.subarray(0, count).map((sum) => sum / scale / n);
}

/** The mean as `resampleMeans` would give it for a resample that holds every value once. */
export function meanLikeResamples(values: readonly number[]): number {
  const { whole, scale } = asWholeNumbers(values);
  return whole.reduce((sum, value) => sum + value, 0) / scale / values.length;
}

/** Whole numbers that are the values times a power of ten, or the values themselves. */
function asWholeNumbers(values: readonly number[]): { whole: Float64Array; scale: number } {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const scale = 10 ** decimals;
    const whole = Float64Array.from(values, (value) => Math.round(value * scale));
    const exact = values.every((value, index) => entry(whole, index) / scale === value);
    const largest = whole.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest * values.length > Number.MAX_SAFE_INTEGER) break;
    if (exact) return { whole, scale };
  }
  return { whole: Float64Array.from(values), scale: 1 };
}

/**
 * Sums of one resample from each of two streams; their states are carried on in place. The generator is written out a
 * second time, because this loop runs ten million times for one interval; the test holds it to createMrg32k3a.
 */
function drawTwoSums(state: Float64Array, values: Float64Array, sums: Float64Array, one: number, two: number): void {
  // Written here rather than above: a constant of the module may be looked up again at every step.
  const firstModulus = 4294967087;
  const secondModulus = 4294944443;
  const firstInverse = 1 / firstModulus;
  const secondInverse = 1 / secondModulus;
  const unit = 2.328306549295728e-10;
  // Times a difference of two states, this is between -1/2 and 1/2.
  const halfRange = 2 ** -33;
  const n = values.length;
  let a0 = state[0] ?? 0;
  let a1 = state[1] ?? 0;
  let a2 = state[2] ?? 0;
  let b0 = state[3] ?? 0;
  let b1 = state[4] ?? 0;
  let b2 = state[5] ?? 0;
  let c0 = state[6] ?? 0;
  let c1 = state[7] ?? 0;
  let c2 = state[8] ?? 0;
  let d0 = state[9] ?? 0;
  let d1 = state[10] ?? 0;
  let d2 = state[11] ?? 0;
  let sumOne = 0;
  let sumTwo = 0;
  for (let index = 0; index < n; index += 1) {
    // The quotient may be off by one where the rest is next to 0 or to the modulus.
    let a = 1403580 * a1 - 810728 * a0;
    a -= Math.floor(a * firstInverse) * firstModulus;
    if (a < 0) a += firstModulus;
    else if (a >= firstModulus) a -= firstModulus;
    a0 = a1;
    a1 = a2;
    a2 = a;
    let c = 1403580 * c1 - 810728 * c0;
    c -= Math.floor(c * firstInverse) * firstModulus;
    if (c < 0) c += firstModulus;
    else if (c >= firstModulus) c -= firstModulus;
    c0 = c1;
    c1 = c2;
    c2 = c;
    let b = 527612 * b2 - 1370589 * b0;
    b -= Math.floor(b * secondInverse) * secondModulus;
    if (b < 0) b += secondModulus;
    else if (b >= secondModulus) b -= secondModulus;
    b0 = b1;
    b1 = b2;
    b2 = b;
    let d = 527612 * d2 - 1370589 * d0;
    d -= Math.floor(d * secondInverse) * secondModulus;
    if (d < 0) d += secondModulus;
    else if (d >= secondModulus) d -= secondModulus;
    d0 = d1;
    d1 = d2;
    d2 = d;
    // One modulus more where the difference is not above 0, without a branch that goes either way half of the time.
    const differenceOne = a - b;
    const drawOne = differenceOne - firstModulus * Math.floor((differenceOne - 0.5) * halfRange);
    sumOne += values[(drawOne * unit * n) | 0] ?? 0;
    const differenceTwo = c - d;
    const drawTwo = differenceTwo - firstModulus * Math.floor((differenceTwo - 0.5) * halfRange);
    sumTwo += values[(drawTwo * unit * n) | 0] ?? 0;
  }
  state[0] = a0;
  state[1] = a1;
  state[2] = a2;
  state[3] = b0;
  state[4] = b1;
  state[5] = b2;
  state[6] = c0;
  state[7] = c1;
  state[8] = c2;
  state[9] = d0;
  state[10] = d1;
  state[11] = d2;
  sums[one] = sumOne;
  sums[two] = sumTwo;
}
