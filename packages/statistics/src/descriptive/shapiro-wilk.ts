import { normalQuantile, normalUpper } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient, type Provenance, tooFew } from "../estimate";
import { dot, entry } from "../linear-algebra/vector";
import { momentSums } from "./moment-sums";
import { quantile } from "./quantile";

const PROVENANCE: Provenance = { statistic: "descriptive/shapiro-wilk", version: 1 };
/** For more people Royston's approximation was not made. */
const MOST = 5000;
/** Values closer together than this are alike, as R takes them. */
const SMALLEST_RANGE = 1e-10;

/** Test that values come from a normal distribution. */
export interface ShapiroWilk {
  readonly kind: "shapiro-wilk";
  readonly n: number;
  /** Squared correlation of the sorted values with those a normal distribution would give; 1 is perfect. */
  readonly w: number;
  readonly pValue: number;
  readonly provenance: Provenance;
}

/**
 * Shapiro and Wilk's test of normality, for 3 to 5000 values; "out-of-range" beyond, where no approximation to its
 * p value is known. Source: Royston, Applied Statistics 44 (1995) 547-551, algorithm AS R94. R: shapiro.test(values).
 */
export function shapiroWilk(values: readonly number[]): ShapiroWilk | InsufficientData {
  const n = values.length;
  if (n < 3) return tooFew(3, n);
  if (!areFinite(values)) return insufficient("not-finite", n);
  if (n > MOST) return insufficient("out-of-range", n);
  const range = quantile(values, 1) - quantile(values, 0);
  if (!Number.isFinite(range)) return insufficient("out-of-range", n);
  if (range < SMALLEST_RANGE) return insufficient("no-spread", n);
  const centre = quantile(values, 0.5);
  const sorted = Float64Array.from(values, (value) => (value - centre) / range).sort();
  const { mean, squares } = momentSums(sorted);
  const weights = weightsFor(n);
  const deviations = sorted.map((value) => value - mean);
  // 1 - W without a difference of two numbers near 1: (s - c)(s + c) / s^2 for root sum of squares s and product c.
  const root = Math.sqrt(squares);
  const product = dot(weights, deviations);
  const lack = Math.max(0, ((root - product) * (root + product)) / squares);
  return { kind: "shapiro-wilk", n, w: 1 - lack, pValue: probability(lack, n), provenance: PROVENANCE };
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((total, coefficient) => total * x + coefficient, 0);
}

/** Approximate weights of the sorted values: normal scores, with the two outermost at either end corrected. */
function weightsFor(n: number): Float64Array {
  if (n === 3) return Float64Array.from([-Math.SQRT1_2, 0, Math.SQRT1_2]);
  const scores = Float64Array.from({ length: n }, (_, index) => normalQuantile((index + 0.625) / (n + 0.25)));
  const total = dot(scores, scores);
  const inverseRoot = 1 / Math.sqrt(n);
  const [last, next] = [entry(scores, n - 1), entry(scores, n - 2)];
  const outer =
    polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], inverseRoot) + last / Math.sqrt(total);
  if (n <= 5) {
    const inner = Math.sqrt((total - 2 * last ** 2) / (1 - 2 * outer ** 2));
    return withEnds(scores, inner, [outer]);
  }
  const second =
    polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], inverseRoot) + next / Math.sqrt(total);
  const inner = Math.sqrt((total - 2 * last ** 2 - 2 * next ** 2) / (1 - 2 * outer ** 2 - 2 * second ** 2));
  return withEnds(scores, inner, [outer, second]);
}

/** Scores over a divisor, with the outermost replaced at both ends. */
function withEnds(scores: Float64Array, divisor: number, ends: readonly number[]): Float64Array {
  const weights = scores.map((score) => score / divisor);
  ends.forEach((weight, index) => {
    weights[index] = -weight;
    weights[weights.length - 1 - index] = weight;
  });
  return weights;
}

/** Exact for three values; otherwise by a transformation of 1 - W that is close to normal. */
function probability(lack: number, n: number): number {
  if (n === 3) {
    const share = (6 / Math.PI) * (Math.asin(Math.sqrt(1 - lack)) - Math.asin(Math.sqrt(0.75)));
    return Math.min(1, Math.max(0, share));
  }
  const log = Math.log(lack);
  if (n <= 11) {
    const limit = polynomial([-2.273, 0.459], n);
    if (log >= limit) return 0;
    const mean = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const deviation = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normalUpper((-Math.log(limit - log) - mean) / deviation);
  }
  const size = Math.log(n);
  const mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size);
  const deviation = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], size));
  return normalUpper((log - mean) / deviation);
}
